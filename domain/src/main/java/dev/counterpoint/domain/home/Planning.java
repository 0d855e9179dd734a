package dev.counterpoint.domain.home;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import dev.counterpoint.domain.random.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes a plan of proposals. It never sees a score.
 *
 * <ol>
 *   <li>A card has one owner among the shelves that propose it: a shelf with fixed cards if there is one, else one of them by chance, all
 *       alike.
 *   <li>Round by round, each shelf in the order of keys takes the next card it owns, unless one of its creators has three cards already.
 *   <li>A shelf that ends with fewer than three cards leaves; each card it owned goes to its next proposer, and the rounds start anew.
 * </ol>
 */
final class Planning {
    static final int MAX_CARDS_OF_A_CREATOR = 3;
    static final int MIN_CARDS = 3;

    private final Map<ShelfKey, ShelfProposal> shelves = new TreeMap<>();
    private final Map<CardId, List<ShelfKey>> proposers = new LinkedHashMap<>();
    private final Map<CardId, ShelfKey> owners = new HashMap<>();

    private Planning(List<ShelfProposal> proposals, Set<CardId> blocked, SeededRandom chance) {
        proposals.stream().limit(Shelf.MAX_ROWS).forEach(shelf -> shelves.put(shelf.shelf(), shelf));
        for (ShelfProposal shelf : shelves.values()) {
            for (Proposal proposal : shelf.cards()) {
                if (!blocked.contains(proposal.card())) {
                    proposers
                            .computeIfAbsent(proposal.card(), card -> new ArrayList<>())
                            .add(shelf.shelf());
                }
            }
        }
        proposers.forEach((card, keys) -> owners.put(card, ownerAmong(keys, chance)));
    }

    static Plan of(List<ShelfProposal> proposals, Set<CardId> blocked, SeededRandom chance) {
        return new Planning(proposals, blocked, chance).plan();
    }

    private ShelfKey ownerAmong(List<ShelfKey> keys, SeededRandom chance) {
        if (keys.size() == 1) {
            return keys.get(0);
        }
        for (ShelfKey key : keys) {
            if (shelf(key).hasFixedCards()) {
                return key;
            }
        }
        return keys.get(chance.nextInt(keys.size()));
    }

    private Plan plan() {
        while (true) {
            Map<ShelfKey, List<Proposal>> lists = dealRoundByRound();
            ShelfKey leaving = null;
            for (Map.Entry<ShelfKey, List<Proposal>> list : lists.entrySet()) {
                if (isTooShort(list.getKey(), list.getValue().size())) {
                    leaving = list.getKey();
                    break;
                }
            }
            if (leaving == null) {
                return new Plan(lists.entrySet().stream()
                        .map(list -> new PlannedShelf(shelf(list.getKey()), list.getValue()))
                        .toList());
            }
            handOn(leaving);
        }
    }

    private boolean isTooShort(ShelfKey key, int cards) {
        return cards < (shelf(key).hasFixedCards() ? 1 : MIN_CARDS);
    }

    private void handOn(ShelfKey leaving) {
        shelves.remove(leaving);
        owners.replaceAll((card, owner) -> owner.equals(leaving) ? nextProposer(card, leaving) : owner);
    }

    /** The next one that is still there, in the order of keys and round its end; the one that left where there is none. */
    private ShelfKey nextProposer(CardId card, ShelfKey left) {
        List<ShelfKey> keys = proposers.getOrDefault(card, List.of());
        int from = keys.indexOf(left);
        for (int step = 1; step < keys.size(); step++) {
            ShelfKey next = keys.get((from + step) % keys.size());
            if (shelves.containsKey(next)) {
                return next;
            }
        }
        return left;
    }

    private Map<ShelfKey, List<Proposal>> dealRoundByRound() {
        Map<ShelfKey, List<Proposal>> owned = new TreeMap<>(Comparator.naturalOrder());
        Map<ShelfKey, List<Proposal>> dealt = new TreeMap<>(Comparator.naturalOrder());
        int rounds = 0;
        for (ShelfProposal shelf : shelves.values()) {
            List<Proposal> own = shelf.cards().stream()
                    .filter(proposal -> shelf.shelf().equals(owners.get(proposal.card())))
                    .toList();
            owned.put(shelf.shelf(), own);
            dealt.put(shelf.shelf(), new ArrayList<>());
            rounds = Math.max(rounds, own.size());
        }
        Map<String, Integer> byCreator = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<ShelfKey, List<Proposal>> own : owned.entrySet()) {
                List<Proposal> list = dealt.getOrDefault(own.getKey(), List.of());
                if (round < own.getValue().size() && list.size() < Shelf.MAX_CARDS) {
                    deal(own.getValue().get(round), shelf(own.getKey()), list, byCreator);
                }
            }
        }
        return dealt;
    }

    private static void deal(
            Proposal proposal, ShelfProposal shelf, List<Proposal> list, Map<String, Integer> byCreator) {
        if (shelf.aboutCreator()) {
            list.add(proposal);
            return;
        }
        for (String creator : proposal.creators()) {
            if (byCreator.getOrDefault(creator, 0) >= MAX_CARDS_OF_A_CREATOR) {
                return;
            }
        }
        proposal.creators().forEach(creator -> byCreator.merge(creator, 1, Integer::sum));
        list.add(proposal);
    }

    private ShelfProposal shelf(ShelfKey key) {
        ShelfProposal shelf = shelves.get(key);
        if (shelf == null) {
            throw new IllegalStateException("shelf " + key + " has left");
        }
        return shelf;
    }
}
