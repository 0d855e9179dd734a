package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.lastfm.LastfmArchive;
import dev.counterpoint.infra.cli.lastfm.LastfmData;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code import lastfm}. The archive is read to its end before anything is sent. */
@Command(
        name = "lastfm",
        description = {
            "Pours in the HetRec 2011 Last.fm data set (hetrec2011-lastfm-2k.tar.gz).",
            "Artists become cards with their tags, the most given first. Listeners are registered on the free tier. A count"
                    + " of plays becomes max(1, round(ln(count + 1))) plays. The data has no play times: the plays of a"
                    + " listener are spread evenly over the 180 days that end when the import is first run.",
            "Interrupted, the same command goes on where it was; run again, it adds nothing."
        })
public final class ImportLastfmCommand implements Runnable {
    private static final List<String> NOTES = List.of(
            "the data has no play times: the plays of a listener are spread over the 180 days before the first run",
            "the data does not say since when an artist is there: the day on which they were first tagged stands for it");

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Mixin
    private ImportOptions source = new ImportOptions();

    public ImportLastfmCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        options.running();
        LastfmData data = LastfmArchive.read(source.path());
        try (ImportSession session = ImportSession.open(options, "lastfm", source)) {
            Map<String, Account.Figures> figures =
                    new LastfmImport(data, session.platform(), session.journal(), session.rejections(), terminal).run();
            terminal.print(session.summary(figures, data.leftOut(), NOTES).as(options.format()));
        }
    }
}
