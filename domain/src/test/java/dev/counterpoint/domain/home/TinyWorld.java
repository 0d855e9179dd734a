package dev.counterpoint.domain.home;

import static dev.counterpoint.domain.home.Worlds.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Page.Slot;
import dev.counterpoint.domain.home.Plan.PlannedShelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Three shelves of up to four cards, two rows of three columns, with every constraint at work: a card that two shelves propose, a creator with too
 * many cards, a blocked card; with and without calibration, of which one shelf has cards of two media, and is of the one or the other with its
 * cards. For every plan there is, every page there is, with its probability from the definition.
 */
final class TinyWorld {
    static final double EPSILON = 0.2;
    static final double TEMPERATURE = 0.15;
    static final double ETA = 0.05;
    static final int ROWS = 2;
    static final int COLUMNS = 3;
    private static final List<String> CARDS =
            List.of("a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3", "c0", "c1", "c2", "ab", "blocked", "crowd");
    private static final float[] SCORES = {.9f, .2f, .7f, .1f, .5f, .95f, .3f, .8f, .15f, .1f, .05f, .55f, 1, .85f};

    private final HomeInputs inputs;
    private final DrawingPolicy policy;
    private final Calibration calibration;

    TinyWorld(DrawingPolicy policy, Calibration calibration) {
        this.policy = policy;
        this.calibration = calibration;
        this.inputs = new HomeInputs(
                List.of(
                        shelf("a", own("a0", "a1", "a2", "ab", "blocked", "a3")),
                        shelf(
                                "b",
                                List.of(
                                        podcast("one", "b0"),
                                        podcast("one", "b1"),
                                        podcast("one", "b2"),
                                        podcast("one", "crowd"),
                                        podcast("b3", "b3"))),
                        shelf("c", List.of(by("c0", "c0"), by("ab", "ab"), podcast("c1", "c1"), podcast("c2", "c2")))),
                Set.of(new CardId("blocked")),
                policy,
                new Grid(ROWS, COLUMNS),
                calibration);
    }

    HomeInputs inputs() {
        return inputs;
    }

    private static Proposal podcast(String creator, String card) {
        return new Proposal(new CardId(card), List.of(creator), List.of(), Medium.PODCAST);
    }

    private static ShelfProposal shelf(String key, List<Proposal> cards) {
        return Worlds.shelf(key, SourceKind.TAG, null, cards);
    }

    private static List<Proposal> own(String... cards) {
        return Worlds.proposals(cards);
    }

    /** Every plan that chance can make: here, two owners of one card. */
    List<Plan> plans() {
        Map<List<List<String>>, Plan> plans = new LinkedHashMap<>();
        for (int seed = 0; seed < 64; seed++) {
            Plan plan = HomePolicy.plan(inputs, seed);
            plans.putIfAbsent(
                    plan.shelves().stream()
                            .map(shelf -> Worlds.ids(shelf.cards()))
                            .toList(),
                    plan);
        }
        assertThat(plans).hasSize(2);
        assertThat(plans.keySet().toString()).doesNotContain("blocked").doesNotContain("crowd");
        return List.copyOf(plans.values());
    }

    static float[] scores(Plan plan) {
        float[] scores = new float[plan.pairs()];
        int pair = 0;
        for (PlannedShelf shelf : plan.shelves()) {
            for (Proposal card : shelf.cards()) {
                scores[pair++] = scoreOf(card);
            }
        }
        return scores;
    }

    private static float scoreOf(Proposal card) {
        return SCORES[CARDS.indexOf(card.card().value())];
    }

    static Medium mediumOf(PlannedShelf shelf) {
        List<Medium> media = shelf.cards().stream().map(Proposal::medium).toList();
        long podcasts =
                media.stream().filter(medium -> medium == Medium.PODCAST).count();
        return 2 * podcasts > media.size() ? Medium.PODCAST : Medium.MUSIC;
    }

    /** The largest quotients of share and odd numbers, of as many as each medium has. */
    List<Medium> mediaOfSlots(List<Medium> items, int slots) {
        List<Map.Entry<Medium, Double>> quotients = new ArrayList<>();
        for (Medium medium : Medium.values()) {
            long count = items.stream().filter(medium::equals).count();
            for (int i = 0; i < count; i++) {
                quotients.add(Map.entry(medium, calibration.shareOf(medium) / (2 * i + 1)));
            }
        }
        quotients.sort(Map.Entry.<Medium, Double>comparingByValue().reversed());
        return quotients.stream().limit(slots).map(Map.Entry::getKey).toList();
    }

    /** All ways to fill slots, each with an item of its medium. */
    private List<int[]> arrangements(List<Medium> items, int slots) {
        List<int[]> all = Worlds.arrangements(items.size(), slots);
        if (calibration == null) {
            return all;
        }
        List<Medium> media = mediaOfSlots(items, slots);
        return all.stream()
                .filter(ranks -> IntStream.range(0, slots).allMatch(slot -> items.get(ranks[slot]) == media.get(slot)))
                .toList();
    }

    static List<Medium> mediaOf(PlannedShelf shelf) {
        return shelf.cards().stream().map(Proposal::medium).toList();
    }

    List<Page> allPages(Plan plan) {
        List<Page> all = new ArrayList<>();
        for (int[] rows :
                arrangements(plan.shelves().stream().map(TinyWorld::mediumOf).toList(), ROWS)) {
            PlannedShelf upper = plan.shelves().get(rows[0]);
            PlannedShelf lower = plan.shelves().get(rows[1]);
            for (int[] first : arrangements(mediaOf(upper), COLUMNS)) {
                for (int[] second : arrangements(mediaOf(lower), COLUMNS)) {
                    all.add(new Page(
                            plan.chance(),
                            List.of(new Page.DrawnList(3, Digest.ofSequence(List.of()))),
                            List.of(shown(0, rows[0], upper, first), shown(1, rows[1], lower, second))));
                }
            }
        }
        return all;
    }

    /** Ranks here are places in the plan; the probabilities are to be found out. */
    private static PageShelf shown(int row, int place, PlannedShelf shelf, int[] cards) {
        List<PageCard> shown = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            CardId card = shelf.cards().get(cards[column]).card();
            shown.add(new PageCard(card, column, 0, Slot.pinned(cards[column])));
        }
        return new PageShelf(
                shelf.proposal().shelf(),
                row,
                Slot.pinned(place),
                List.of(new Page.DrawnList(shelf.cards().size(), Digest.ofSequence(List.of()))),
                shown);
    }

    double probability(Page page, Plan plan) {
        double[] worth = plan.shelves().stream()
                .mapToDouble(shelf -> value(shelf.cards()))
                .toArray();
        double product = ofLists(
                plan.shelves().stream().map(TinyWorld::mediumOf).toList(),
                worth,
                ranks(page.shelves().stream().map(PageShelf::slot).toList()));
        for (PageShelf shelf : page.shelves()) {
            List<Proposal> cards = plan.shelves().get(shelf.slot().rank()).cards();
            product *= ofLists(
                    cards.stream().map(Proposal::medium).toList(),
                    cards.stream().mapToDouble(TinyWorld::scoreOf).toArray(),
                    ranks(shelf.cards().stream().map(PageCard::slot).toList()));
        }
        return product;
    }

    /** What the best three cards are worth at their columns; calibrated, the best of each column's medium. */
    private double value(List<Proposal> cards) {
        List<Proposal> left = new ArrayList<>(cards);
        left.sort(Comparator.comparing(TinyWorld::scoreOf).reversed());
        List<Medium> media = calibration == null
                ? null
                : mediaOfSlots(cards.stream().map(Proposal::medium).toList(), COLUMNS);
        double value = 0;
        for (int column = 0; column < Math.min(COLUMNS, cards.size()); column++) {
            Medium wanted = media == null ? null : media.get(column);
            Proposal best = left.stream()
                    .filter(card -> wanted == null || card.medium() == wanted)
                    .findFirst()
                    .orElseThrow();
            left.remove(best);
            value += scoreOf(best) * Math.log(2) / Math.log(column + 2);
        }
        return value;
    }

    private static int[] ranks(List<Slot> slots) {
        return slots.stream().mapToInt(Slot::rank).toArray();
    }

    /** Slots of different media are filled independently. */
    private double ofLists(List<Medium> media, double[] values, int[] items) {
        if (calibration == null) {
            return ofList(values, items);
        }
        double product = 1;
        for (Medium medium : Medium.values()) {
            int[] own = IntStream.range(0, values.length)
                    .filter(item -> media.get(item) == medium)
                    .toArray();
            int[] filled = Arrays.stream(items)
                    .filter(item -> media.get(item) == medium)
                    .map(item -> Arrays.binarySearch(own, item))
                    .toArray();
            product *=
                    ofList(Arrays.stream(own).mapToDouble(item -> values[item]).toArray(), filled);
        }
        return product;
    }

    /** Both definitions, item by item, with no code of the policies. */
    private double ofList(double[] values, int[] items) {
        double uniform = ETA;
        double ordered = 1 - ETA;
        for (int slot = 0; slot < items.length; slot++) {
            int[] before = Arrays.copyOf(items, slot);
            int[] left = IntStream.range(0, values.length)
                    .filter(item -> Arrays.stream(before).noneMatch(taken -> taken == item))
                    .toArray();
            uniform /= left.length;
            ordered *= policy instanceof PlackettLuce
                    ? inProportion(values, items[slot], left)
                    : bestFirst(values, items[slot], left);
        }
        return uniform + ordered;
    }

    private static double bestFirst(double[] values, int item, int[] left) {
        boolean isBest = Arrays.stream(left).allMatch(other -> values[other] <= values[item]);
        return (isBest ? 1 - EPSILON : 0) + EPSILON / left.length;
    }

    private static double inProportion(double[] values, int item, int[] left) {
        double best = Arrays.stream(values).max().orElseThrow();
        DoubleUnaryOperator weight = value -> Math.exp(Math.max(-8, (value - best) / TEMPERATURE));
        return weight.applyAsDouble(values[item])
                / Arrays.stream(left)
                        .mapToDouble(other -> weight.applyAsDouble(values[other]))
                        .sum();
    }
}
