package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.profile.Affinities;
import dev.counterpoint.domain.profile.Affinity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The tags that the last hours brought up, as {@link Affinities#rising} ranks them; where several are even, such as those of cards that share all
 * their tags, the one with fewer cards comes first, since it says more.
 *
 * <p>The first of them, if it is a matter of this very hour, is answered on the page: the cards that its shelf begins with are left to that
 * shelf by all others but those of editors. Else a tag with few cards would lose most of them to shelves that have many.
 */
final class RisingTags {
    private static final int LOOKED_AT = 24;
    private static final double PLAYS_OF_THIS_HOUR = 2;
    /** As many as a page shows at most times. */
    private static final int LEFT_TO_THE_FIRST = 10;

    private RisingTags() {}

    /** Most telling first. */
    static List<Affinity> of(Affinities tags, Catalog catalog) {
        return tags.rising(LOOKED_AT).stream()
                .sorted(Comparator.comparingDouble((Affinity tag) -> -tags.riseOf(tag.name()))
                        .thenComparingInt(tag -> catalog.cardsTagged(tag.name()).size())
                        .thenComparing(Affinity::name))
                .toList();
    }

    /** Proposals, in their order, without the cards that are left to the first of the tags. */
    static List<ShelfProposal> leaveToTheFirst(List<ShelfProposal> proposals, Situation situation) {
        Optional<String> first = situation.rising().stream()
                .limit(1)
                .filter(tag -> tag.value() >= PLAYS_OF_THIS_HOUR)
                .map(Affinity::name)
                .findFirst();
        if (first.isEmpty()) {
            return proposals;
        }
        Set<CardId> left = new HashSet<>();
        situation.ranked().tagged(first.get()).stream()
                .limit(LEFT_TO_THE_FIRST)
                .map(Card::cardId)
                .forEach(left::add);
        return proposals.stream()
                .map(shelf -> isAbout(shelf, first.get()) || shelf.hasPinnedCards() ? shelf : shelf.without(left))
                .filter(shelf -> !shelf.cards().isEmpty())
                .toList();
    }

    private static boolean isAbout(ShelfProposal shelf, String tag) {
        return shelf.source() == SourceKind.TAG && Objects.equals(shelf.shelf().instance(), tag);
    }
}
