package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.PlayLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Cuts plays into requests. A request that was not answered is sent again, and the platform recognises a listener's last 4,096
 * interactions: so no request has more of one listener.
 */
final class PlayRequests implements Iterator<List<PlayLine>> {
    static final int RECOGNISED = 4096;

    private final Iterator<PlayLine> plays;
    private final int lines;
    private List<PlayLine> next = new ArrayList<>();
    private Map<String, Integer> ofListener = new HashMap<>();

    /** @param lines of a request, at most */
    PlayRequests(Iterator<PlayLine> plays, int lines) {
        this.plays = plays;
        this.lines = lines;
    }

    @Override
    public boolean hasNext() {
        return plays.hasNext() || !next.isEmpty();
    }

    @Override
    public List<PlayLine> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (plays.hasNext() && next.size() < lines) {
            PlayLine play = plays.next();
            if (ofListener.merge(play.listenerId(), 1, Integer::sum) > RECOGNISED) {
                return cutBefore(List.of(play));
            }
            next.add(play);
        }
        return cutBefore(List.of());
    }

    private List<PlayLine> cutBefore(List<PlayLine> first) {
        List<PlayLine> whole = next;
        next = new ArrayList<>(first);
        ofListener = new HashMap<>();
        first.forEach(play -> ofListener.put(play.listenerId(), 1));
        return whole;
    }
}
