package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.listenbrainz.BrokenListenException;
import dev.counterpoint.infra.cli.listenbrainz.Listen;
import dev.counterpoint.infra.cli.listenbrainz.ListenFile;
import dev.counterpoint.infra.cli.listenbrainz.ListenLine;
import dev.counterpoint.infra.cli.listenbrainz.ListenParser;
import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.PlayLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lines that follow each other, as many as are sent and settled together.
 *
 * @param broken why a line is not a listen, by its number
 * @param through the number of the last line
 */
record ListenWindow(List<Listen> listens, Map<Long, String> broken, long through) {
    private static final int LINES = PlayRequests.RECOGNISED;
    private static final int BYTES = 16 << 20;

    /** The next lines of a file; empty after the last. */
    static Optional<ListenWindow> next(ListenFile file, ListenParser parser) {
        List<Listen> listens = new ArrayList<>();
        Map<Long, String> broken = new LinkedHashMap<>();
        long through = 0;
        long bytes = 0;
        while (listens.size() + broken.size() < LINES && bytes < BYTES) {
            Optional<ListenLine> line = file.next();
            if (line.isEmpty()) {
                break;
            }
            through = line.get().number();
            bytes += line.get().length();
            try {
                listens.add(line.get().parse(parser));
            } catch (BrokenListenException notAListen) {
                broken.put(through, String.valueOf(notAListen.getMessage()));
            }
        }
        return through == 0 ? Optional.empty() : Optional.of(new ListenWindow(listens, broken, through));
    }

    /** The recordings that were not published of late, each once. */
    List<CardLine> cards(RecentNames published) {
        return listens.stream()
                .map(Listen::card)
                .filter(card -> published.add(card.cardId()))
                .toList();
    }

    /** The plays, listener by listener, of each in the order of time. */
    List<PlayLine> plays() {
        return listens.stream()
                .map(Listen::play)
                .sorted(Comparator.comparing(PlayLine::listenerId).thenComparing(PlayLine::at))
                .toList();
    }
}
