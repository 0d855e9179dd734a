package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.lastfm.LastfmData;
import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlayLine;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pours the Last.fm data set in: all cards, then all listeners, then their plays; each from where the run before had come to. */
final class LastfmImport {
    private static final int CARDS_A_REQUEST = 20_000;
    private static final int LISTENERS_A_STEP = 128;
    private static final int PLAYS_A_REQUEST = 20_000;

    private final LastfmData data;
    private final Platform platform;
    private final ImportJournal journal;
    private final Rejections rejections;
    private final Terminal terminal;

    LastfmImport(LastfmData data, Platform platform, ImportJournal journal, Rejections rejections, Terminal terminal) {
        this.data = data;
        this.platform = platform;
        this.journal = journal;
        this.rejections = rejections;
        this.terminal = terminal;
    }

    Map<String, Account.Figures> run() {
        Map<String, Account.Figures> figures = new LinkedHashMap<>();
        figures.put("cards", run("cards", data.cards().size(), this::publishCards));
        figures.put("listeners", run("listeners", data.listeners().size(), this::register));
        figures.put("interactions", run("interactions", data.playCount(), this::importPlays));
        return figures;
    }

    private Account.Figures run(String kind, long total, Step step) {
        Account account = new Account(journal.tally(kind));
        try (Progress progress = terminal.progress(kind, account.tally().settled(), total)) {
            account.timed(() -> step.run(account, () -> {
                journal.record(0, Map.of(kind, account.tally()));
                progress.reached(account.tally().settled());
            }));
        }
        return account.figures();
    }

    private void publishCards(Account account, Runnable settled) {
        List<CardLine> cards = data.cards();
        for (int from = (int) account.tally().settled(); from < cards.size(); from += CARDS_A_REQUEST) {
            List<CardLine> request = cards.subList(from, Math.min(from + CARDS_A_REQUEST, cards.size()));
            platform.publishCards(request, answer -> {
                rejections.add(answer, line -> "card " + request.get(line).cardId());
                account.settled(answer);
                settled.run();
            });
        }
    }

    private void register(Account account, Runnable settled) {
        List<String> listeners = data.listeners();
        for (int from = (int) account.tally().settled(); from < listeners.size(); from += LISTENERS_A_STEP) {
            List<String> step = listeners.subList(from, Math.min(from + LISTENERS_A_STEP, listeners.size()));
            account.registered(platform.register(step), step.size());
            settled.run();
        }
    }

    private void importPlays(Account account, Runnable settled) {
        Iterator<PlayLine> plays = data.plays(journal.now());
        for (long done = account.tally().settled(); done > 0; done--) {
            plays.next();
        }
        new PlayRequests(plays, PLAYS_A_REQUEST)
                .forEachRemaining(request -> platform.importPlays(request, answer -> {
                    rejections.add(answer, line -> Rejections.named(request.get(line)));
                    account.settled(answer);
                    settled.run();
                }));
    }

    /** What sends the lines of one kind, and says so whenever some of them are settled. */
    private interface Step {
        void run(Account account, Runnable settled);
    }
}
