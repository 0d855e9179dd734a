package dev.counterpoint.domain.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Checkpoints within one process. */
public final class InMemoryCheckpoints implements Checkpoints {
    private static final Comparator<Sighting> HIGHEST_FIRST = Comparator.comparingLong(
                    (Sighting sighting) -> sighting.head().position())
            .thenComparingInt(sighting -> sighting.head().slot())
            .reversed();

    private final Map<String, Kept> kept = new ConcurrentSkipListMap<>();

    private record Kept(SignedCheckpoint checkpoint, List<ChainHead> heads) {}

    @Override
    public void add(SignedCheckpoint signed, List<ChainHead> heads) {
        Checkpoint checkpoint = signed.checkpoint();
        kept.put(key(checkpoint.writer(), checkpoint.number()), new Kept(signed, List.copyOf(heads)));
    }

    @Override
    public List<String> writers() {
        return kept.values().stream()
                .map(each -> each.checkpoint.checkpoint().writer())
                .distinct()
                .toList();
    }

    @Override
    public Optional<SignedCheckpoint> find(String writer, long number) {
        return Optional.ofNullable(kept.get(key(writer, number))).map(Kept::checkpoint);
    }

    @Override
    public List<ChainHead> headsOf(String writer, long number) {
        Kept found = kept.get(key(writer, number));
        return found == null ? List.of() : found.heads;
    }

    @Override
    public List<Sighting> sightings(String chain, int limit) {
        List<Sighting> found = new ArrayList<>();
        for (Kept each : kept.values()) {
            Checkpoint checkpoint = each.checkpoint.checkpoint();
            for (int i = 0; i < each.heads.size(); i++) {
                if (each.heads.get(i).chain().equals(chain)) {
                    found.add(new Sighting(checkpoint.writer(), checkpoint.number(), i, each.heads.get(i)));
                }
            }
        }
        return found.stream().sorted(HIGHEST_FIRST).limit(limit).toList();
    }

    @Override
    public Optional<Sighting> firstFrom(String chain, long position) {
        return sightings(chain, Integer.MAX_VALUE).stream()
                .filter(each -> each.head().position() >= position)
                .reduce((higher, lower) -> lower);
    }

    @Override
    public Optional<Sighting> lastBelow(String chain, long position) {
        return sightings(chain, Integer.MAX_VALUE).stream()
                .filter(each -> each.head().position() < position)
                .findFirst();
    }

    private static String key(String writer, long number) {
        return writer + "/" + String.format("%019d", number);
    }
}
