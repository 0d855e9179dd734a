package dev.counterpoint.domain.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Cards and catalogues for tests. */
public final class Catalogs {
    public static final Instant PUBLISHED = Instant.parse("2026-01-01T00:00:00Z");

    private Catalogs() {}

    public static Card aCard(String id, String... tags) {
        return aCard(id, PUBLISHED, tags);
    }

    public static Card aCard(String id, Instant publishedAt, String... tags) {
        return new Card(
                new CardId(id),
                CardKind.ARTIST,
                "Title of " + id,
                List.of("by-" + id),
                List.of(tags),
                publishedAt,
                false,
                null);
    }

    public static CatalogEvent published(Card card) {
        return new CatalogEvent.CardPublished(card);
    }

    public static CatalogEvent retired(String id) {
        return new CatalogEvent.CardRetired(new CardId(id));
    }

    public static List<Long> heads(long head) {
        return Collections.nCopies(CatalogShards.COUNT, head);
    }

    /** The epoch after another one. */
    public static Catalog after(Catalog before, Collection<? extends CatalogEvent> events) {
        return before.with(before.number() + 1, heads(before.number()), events);
    }
}
