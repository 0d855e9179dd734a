package dev.counterpoint.domain.home.source;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.profile.Affinity;
import dev.counterpoint.domain.time.HalfLife;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shelf for each tag that the listener likes most, or that the last hours brought up: the popular cards of the tag. */
final class TagSource implements Source {
    private static final int LIKED = 5;
    private static final int RISING = 5;

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public List<ShelfProposal> propose(Shelf template, Situation situation) {
        List<ShelfProposal> shelves = new ArrayList<>();
        for (Affinity tag : tagsOf(situation)) {
            List<Card> tagged = situation.ranked().tagged(tag.name());
            if (!tagged.isEmpty()) {
                shelves.add(shelf(template, tag, tagged));
            }
        }
        return shelves;
    }

    /** Rising ones first: a page must answer what the listener just did. */
    private static Iterable<Affinity> tagsOf(Situation situation) {
        Map<String, Affinity> distinct = new LinkedHashMap<>();
        situation.rising().stream().limit(RISING).forEach(tag -> distinct.put(tag.name(), tag));
        situation
                .listener()
                .tags()
                .strongest(HalfLife.MONTH, LIKED)
                .forEach(tag -> distinct.putIfAbsent(tag.name(), tag));
        return distinct.values();
    }

    private static ShelfProposal shelf(Shelf template, Affinity tag, List<Card> tagged) {
        String why = tag.playsThisWeek() > 0
                ? "you played " + tag.playsThisWeek() + " tagged " + tag.name() + " this week"
                : "you have played much tagged " + tag.name();
        List<String> whyOfAll = List.of(why);
        List<Proposal> cards = tagged.stream()
                .limit(CARDS)
                .map(card -> Shelves.proposal(card, whyOfAll))
                .toList();
        return Shelves.of(template, tag.name(), template.title().replace("{tag}", tag.name()), cards);
    }
}
