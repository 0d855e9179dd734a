package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.listenbrainz.ListenFile;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code import listenbrainz}. A packed file is read to its end once before anything is sent, so that a broken one changes nothing. */
@Command(
        name = "listenbrainz",
        description = {
            "Pours in listens of ListenBrainz: JSON lines, plain, packed with gzip or zstd, or in a tar archive, as the dumps are.",
            "Recordings become cards, listens become plays at their times. A card's id is the recording's msid, else its mbid,"
                    + " else a digest of title, artist and release. A user name that cannot be a listener's id becomes lb~"
                    + " and a digest.",
            "Lines that are not listens are counted and named. Interrupted, the same command goes on where it was; run again,"
                    + " it adds nothing."
        })
public final class ImportListenbrainzCommand implements Runnable {
    private static final List<String> NOTES = List.of(
            "the data does not say when a recording came out: its card is dated 1970, so that it never counts as new");

    private final Terminal terminal;

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Mixin
    private ImportOptions source = new ImportOptions();

    public ImportListenbrainzCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        options.running();
        check();
        try (ImportSession session = ImportSession.open(options, "listenbrainz", source);
                ListenFile file = ListenFile.open(source.path())) {
            ListenbrainzImport running =
                    new ListenbrainzImport(file, session.platform(), session.journal(), session.rejections());
            Map<String, Account.Figures> figures = running.run(terminal);
            Map<String, Long> leftOut = Map.of("brokenLines", running.brokenLines());
            terminal.print(session.summary(figures, leftOut, NOTES).as(options.format()));
        }
    }

    private void check() {
        try (ListenFile file = ListenFile.open(source.path())) {
            if (file.isPacked()) {
                checkToTheEnd(file);
            } else if (file.next().isEmpty()) {
                throw noListens();
            }
        }
    }

    private void checkToTheEnd(ListenFile file) {
        try (Progress progress = terminal.progress("bytes checked", 0, file.size())) {
            boolean any = false;
            while (file.next().isPresent()) {
                any = true;
                progress.reached(file.position());
            }
            if (!any) {
                throw noListens();
            }
        }
    }

    private CommandFailedException noListens() {
        return new CommandFailedException(Exit.BROKEN_INPUT, source.path() + " has no listens in it.");
    }
}
