package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** All sources together: what could stand on a page. A shelf whose kind of source is not there yet proposes nothing. Pure. */
public final class Sources {
    private final Map<SourceKind, Source> sources = new EnumMap<>(SourceKind.class);

    public Sources() {
        sources.put(SourceKind.PINNED, new PinnedSource());
        sources.put(SourceKind.POPULAR, new PopularSource());
        sources.put(SourceKind.FRESH, new FreshSource());
        sources.put(SourceKind.RECENT, new RecentSource());
        sources.put(SourceKind.TAG, new TagSource());
        sources.put(SourceKind.BECAUSE, new BecauseSource());
        sources.put(SourceKind.SIMILAR, new SimilarSource());
    }

    /** All that a listener gets, one source after the other; see {@link #joined}. */
    public List<ShelfProposal> propose(Situation situation, boolean personal) {
        Map<ShelfId, List<ShelfProposal>> byTemplate = new HashMap<>();
        asked(situation, personal).forEach(kind -> byTemplate.putAll(proposeFrom(kind, situation)));
        return joined(situation, personal, byTemplate);
    }

    /**
     * The sources that published shelves take their cards from.
     *
     * @param personal false: only those that know nothing of the listener
     */
    public Set<SourceKind> asked(Situation situation, boolean personal) {
        Set<SourceKind> asked = EnumSet.noneOf(SourceKind.class);
        for (Shelf template : situation.ranked().catalog().shelves()) {
            Source source = sources.get(template.source().from());
            if (source != null && (personal || !source.isPersonal())) {
                asked.add(template.source().from());
            }
        }
        return asked;
    }

    /** What {@link #proposeFrom} would have to say, if it was made before and is the same for everybody: no work at all. */
    public Optional<Map<ShelfId, List<ShelfProposal>>> keptFrom(SourceKind kind, Situation situation) {
        if (source(kind).isPersonal()) {
            return Optional.empty();
        }
        Map<ShelfId, List<ShelfProposal>> byTemplate = new HashMap<>();
        for (Shelf template : situation.ranked().catalog().shelves()) {
            if (template.source().from() == kind) {
                List<ShelfProposal> kept = situation.ranked().kept(ShelfKey.of(template.shelfId()));
                if (kept == null) {
                    return Optional.empty();
                }
                byTemplate.put(template.shelfId(), kept);
            }
        }
        return Optional.of(byTemplate);
    }

    /** What one source proposes, by template: each source on its own, so that they can run side by side. */
    public Map<ShelfId, List<ShelfProposal>> proposeFrom(SourceKind kind, Situation situation) {
        Source source = source(kind);
        Map<ShelfId, List<ShelfProposal>> byTemplate = new HashMap<>();
        for (Shelf template : situation.ranked().catalog().shelves()) {
            if (template.source().from() == kind) {
                byTemplate.put(template.shelfId(), proposals(source, template, situation));
            }
        }
        return byTemplate;
    }

    /**
     * The first shelf of every template by id, then the second of each, and so on: where there are more than a page takes, the last of
     * the many go.
     *
     * @param byTemplate of the sources that were asked; one that is missing proposes nothing
     */
    public List<ShelfProposal> joined(
            Situation situation, boolean personal, Map<ShelfId, List<ShelfProposal>> byTemplate) {
        List<List<ShelfProposal>> inOrder = situation.ranked().catalog().shelves().stream()
                .map(template -> byTemplate.getOrDefault(template.shelfId(), List.of()))
                .toList();
        int longest = inOrder.stream().mapToInt(List::size).max().orElse(0);
        List<ShelfProposal> shelves = new ArrayList<>();
        for (int place = 0; place < longest; place++) {
            for (List<ShelfProposal> own : inOrder) {
                if (place < own.size()) {
                    shelves.add(own.get(place));
                }
            }
        }
        return personal ? RisingTags.leaveToTheFirst(HeardToday.leaveOut(shelves, situation), situation) : shelves;
    }

    private Source source(SourceKind kind) {
        return Objects.requireNonNull(sources.get(kind), () -> "no source is called " + kind.written());
    }

    private static List<ShelfProposal> proposals(Source source, Shelf template, Situation situation) {
        return source.isPersonal()
                ? proposed(source, template, situation)
                : situation.ranked().once(ShelfKey.of(template.shelfId()), () -> proposed(source, template, situation));
    }

    private static List<ShelfProposal> proposed(Source source, Shelf template, Situation situation) {
        return Boosting.of(
                template,
                source.propose(template, situation),
                situation.ranked().catalog());
    }
}
