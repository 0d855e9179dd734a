package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.ShelfProposal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    }

    /**
     * The first shelf of every template by id, then the second of each, and so on: where there are more than a page takes, the last of
     * the many go.
     *
     * @param personal false: only from sources that know nothing of the listener
     */
    public List<ShelfProposal> propose(Situation situation, boolean personal) {
        List<List<ShelfProposal>> byTemplate = new ArrayList<>();
        for (Shelf template : situation.ranked().catalog().shelves()) {
            Source source = sources.get(template.source().from());
            if (source != null && (personal || !source.isPersonal())) {
                byTemplate.add(proposals(source, template, situation));
            }
        }
        int longest = byTemplate.stream().mapToInt(List::size).max().orElse(0);
        List<ShelfProposal> shelves = new ArrayList<>();
        for (int place = 0; place < longest; place++) {
            for (List<ShelfProposal> own : byTemplate) {
                if (place < own.size()) {
                    shelves.add(own.get(place));
                }
            }
        }
        return personal ? RisingTags.leaveToTheFirst(shelves, situation) : shelves;
    }

    private static List<ShelfProposal> proposals(Source source, Shelf template, Situation situation) {
        return source.isPersonal()
                ? source.propose(template, situation)
                : situation.ranked().once(ShelfKey.of(template.shelfId()), () -> source.propose(template, situation));
    }
}
