package dev.counterpoint.infra.cli.lastfm;

import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.PlayLine;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data set, joined and checked. */
public final class LastfmData {
    private final List<Artist> artists;
    private final Map<Integer, Map<Integer, Long>> counts;
    private final LeftOut leftOut;

    /** @param counts how often each listener played each artist, at least once; only artists of the list */
    LastfmData(List<Artist> artists, Map<Integer, Map<Integer, Long>> counts, LeftOut leftOut) {
        this.artists = List.copyOf(artists);
        this.counts = counts;
        this.leftOut = leftOut;
    }

    public List<CardLine> cards() {
        return artists.stream().map(Artist::card).toList();
    }

    public List<String> listeners() {
        return counts.keySet().stream().map(String::valueOf).toList();
    }

    /** How many plays {@link #plays} gives. */
    public long playCount() {
        return counts.values().stream()
                .flatMap(ofListener -> ofListener.values().stream())
                .mapToLong(PlaySchedule::plays)
                .sum();
    }

    /**
     * All plays, listener by listener, of each in the order of time; made while they are asked for, and the same for the same now.
     *
     * @param now when the last play of each listener was
     */
    public Iterator<PlayLine> plays(Instant now) {
        PlaySchedule schedule = new PlaySchedule(now);
        return counts.entrySet().stream()
                .flatMap(each -> schedule.of(each.getKey(), each.getValue()).stream())
                .iterator();
    }

    /** What cannot be used of the data, by name. */
    public Map<String, Integer> leftOut() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        counted.put("tagRowsDatedBefore1980", leftOut.oldTagRows());
        counted.put("unknownTaggedArtists", leftOut.unknownArtists());
        counted.put("tagRowsOfUnknownArtists", leftOut.unknownArtistRows());
        counted.put("tagRowsOfUnknownTags", leftOut.unknownTagRows());
        counted.put("playRowsOfUnknownArtists", leftOut.unknownPlayRows());
        return counted;
    }
}
