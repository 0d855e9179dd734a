package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.listenbrainz.ListenFile;
import dev.counterpoint.infra.cli.listenbrainz.ListenLine;
import dev.counterpoint.infra.cli.listenbrainz.ListenParser;
import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pours listens in, some thousand lines at a time: their recordings first, then the plays. The file is read once, in its order; what
 * is held in memory does not grow with it.
 */
final class ListenbrainzImport {
    private static final String CARDS = "cards";
    private static final String INTERACTIONS = "interactions";
    private static final String BROKEN = "broken";

    private final ListenFile file;
    private final Platform platform;
    private final ImportJournal journal;
    private final Rejections rejections;
    private final RecentNames published = new RecentNames();
    private final Account cards;
    private final Account plays;
    private final Account broken;

    ListenbrainzImport(ListenFile file, Platform platform, ImportJournal journal, Rejections rejections) {
        this.file = file;
        this.platform = platform;
        this.journal = journal;
        this.rejections = rejections;
        this.cards = new Account(journal.tally(CARDS));
        this.plays = new Account(journal.tally(INTERACTIONS));
        this.broken = new Account(journal.tally(BROKEN));
    }

    Map<String, Account.Figures> run(Terminal terminal) {
        skip(journal.lines());
        ListenParser parser = new ListenParser(journal.now());
        try (Progress progress = terminal.progress("bytes", file.position(), file.size())) {
            Optional<ListenWindow> window = ListenWindow.next(file, parser);
            while (window.isPresent()) {
                send(window.get());
                progress.reached(file.position());
                window = ListenWindow.next(file, parser);
            }
        }
        Map<String, Account.Figures> figures = new LinkedHashMap<>();
        figures.put(CARDS, cards.figures());
        figures.put(INTERACTIONS, plays.figures());
        return figures;
    }

    /** How many lines are not listens, over all runs. */
    long brokenLines() {
        return broken.tally().rejected();
    }

    private void skip(long lines) {
        long line = 0;
        while (line < lines) {
            line = file.next().map(ListenLine::number).orElse(lines);
        }
    }

    private void send(ListenWindow window) {
        window.broken().forEach((line, why) -> {
            rejections.add("line " + line, why);
            broken.broken();
        });
        publish(window.cards(published));
        send(window.plays());
        journal.record(
                window.through(), Map.of(CARDS, cards.tally(), INTERACTIONS, plays.tally(), BROKEN, broken.tally()));
    }

    private void publish(List<CardLine> lines) {
        cards.timed(() -> platform.publishCards(lines, answer -> {
            rejections.add(answer, line -> "card " + lines.get(line).cardId());
            cards.settled(answer);
        }));
    }

    private void send(List<PlayLine> lines) {
        plays.timed(() -> platform.importPlays(lines, answer -> {
            rejections.add(answer, line -> Rejections.named(lines.get(line)));
            plays.settled(answer);
        }));
    }
}
