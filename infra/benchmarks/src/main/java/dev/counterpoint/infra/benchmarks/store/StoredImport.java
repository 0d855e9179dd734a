package dev.counterpoint.infra.benchmarks.store;

import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.infra.benchmarks.platform.Platform;
import dev.counterpoint.infra.cassandra.CassandraStores;
import dev.counterpoint.infra.cassandra.session.CassandraSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an import left in the event store, event by event, against its source.
 *
 * @param cards published
 * @param listeners who have a stream
 * @param interactions recorded
 * @param lengths of all streams that were read
 * @param differences to the source, and what is wrong with the streams: empty where none was lost and none doubled
 */
public record StoredImport(
        long cards, long listeners, long interactions, Map<StreamId, Long> lengths, List<String> differences) {

    /** Reads all streams of a platform that has nothing but the import. */
    public static StoredImport of(Platform platform, LastfmSource source) {
        CassandraSettings settings =
                CassandraSettings.ofSingleNode(platform.cassandra(), "datacenter1", "counterpoint");
        try (CassandraStores stores = CassandraStores.open(settings)) {
            DataFolderKeys keys = new DataFolderKeys(platform.data());
            Reading reading = new Reading(new StoredStreams(stores.eventLog(), keys.protection(stores)));
            reading.cards(source.cards());
            Pseudonyms pseudonyms = keys.pseudonyms();
            source.plays()
                    .forEach((listener, plays) ->
                            reading.listener(listener, pseudonyms.of(new ListenerId(listener)), plays));
            return reading.result();
        }
    }

    private static final class Reading {
        private final StoredStreams streams;
        private final Map<StreamId, Long> lengths = new HashMap<>();
        private final List<String> differences = new ArrayList<>();
        private long cards;
        private long listeners;
        private long interactions;

        Reading(StoredStreams streams) {
            this.streams = streams;
        }

        void cards(Set<String> expected) {
            Set<String> published = new HashSet<>();
            for (int shard = 0; shard < CatalogShards.COUNT; shard++) {
                for (DomainEvent event : events(CatalogShards.stream(shard))) {
                    if (event instanceof CardPublished card
                            && !published.add(card.card().cardId().value())) {
                        differences.add(
                                "published twice: card " + card.card().cardId().value());
                    }
                }
            }
            cards = published.size();
            expected.stream()
                    .filter(card -> !published.contains(card))
                    .forEach(card -> differences.add("lost: card " + card));
        }

        void listener(String listener, StreamId stream, Map<String, Integer> expected) {
            Map<String, Integer> plays = new TreeMap<>();
            Set<String> ids = new HashSet<>();
            List<DomainEvent> events = events(stream);
            for (DomainEvent event : events) {
                if (event instanceof InteractionRecorded play) {
                    plays.merge(play.card().cardId().value(), 1, Integer::sum);
                    if (!ids.add(play.interactionId().value())) {
                        differences.add(
                                "recorded twice: " + play.interactionId().value() + " of " + listener);
                    }
                }
            }
            listeners += events.isEmpty() ? 0 : 1;
            interactions += ids.size();
            if (!plays.equals(expected)) {
                differences.add("listener " + listener + " has " + ids.size() + " plays, the source "
                        + expected.values().stream().mapToInt(Integer::intValue).sum());
            }
        }

        private List<DomainEvent> events(StreamId stream) {
            List<DomainEvent> events = streams.eventsOf(stream);
            lengths.put(stream, (long) events.size());
            return events;
        }

        StoredImport result() {
            differences.addAll(streams.faults());
            return new StoredImport(cards, listeners, interactions, Map.copyOf(lengths), List.copyOf(differences));
        }
    }
}
