package dev.counterpoint.domain.decision;

import static dev.counterpoint.domain.catalog.SourceKind.FRESH;
import static dev.counterpoint.domain.catalog.SourceKind.POPULAR;
import static dev.counterpoint.domain.catalog.SourceKind.RECENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent;
import dev.counterpoint.domain.catalog.Catalogs;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.embedding.Embeddings;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.home.Greedy;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.model.Baselines;
import dev.counterpoint.domain.model.Scorer;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.Streams;
import dev.counterpoint.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Shelves of cards that are alike, but for what the moment makes of their shelves: so else they stand as they are given. */
class ContextReasonsTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final int MORNING = -4 * 60;
    private static final int NIGHT = 11 * 60;
    private static final int CARDS = 3;

    private final List<DomainEvent> life = new ArrayList<>();

    @Test
    void what_was_played_last_leads_in_the_morning_and_says_so() {
        DecisionRecord morning = decide(Baselines.linear(), MORNING, POPULAR, RECENT);
        DecisionRecord night = decide(Baselines.linear(), NIGHT, POPULAR, RECENT);

        assertThat(order(morning)).containsExactly(RECENT, POPULAR);
        assertThat(why(morning, RECENT)).containsExactly("of recent", "suits the morning");
        assertThat(why(morning, POPULAR)).containsExactly("of popular");
        assertThat(order(night)).containsExactly(POPULAR, RECENT);
        assertThat(why(night, RECENT)).containsExactly("of recent");
    }

    @Test
    void what_is_new_leads_at_night_and_says_so() {
        DecisionRecord night = decide(Baselines.linear(), NIGHT, POPULAR, FRESH);

        assertThat(order(night)).containsExactly(FRESH, POPULAR);
        assertThat(why(night, FRESH)).containsExactly("of fresh", "suits the night");
    }

    @Test
    void after_a_streak_of_skips_something_else_leads_and_says_so() {
        skips(3);

        DecisionRecord page = decide(Baselines.linear(), 0, RECENT, POPULAR);

        assertThat(order(page)).containsExactly(POPULAR, RECENT);
        assertThat(why(page, POPULAR)).containsExactly("of popular", "something else, since you skipped the last 3");
    }

    @Test
    void one_skip_is_no_streak() {
        skips(1);

        DecisionRecord page = decide(Baselines.linear(), 0, RECENT, POPULAR);

        assertThat(why(page, POPULAR)).containsExactly("of popular");
    }

    @Test
    void what_is_new_leads_for_premium_and_says_so() {
        DecisionRecord free = decide(Baselines.linear(), 0, POPULAR, FRESH);
        life.add(new ListenerSettingsChanged(new ListenerSettings(Tier.PREMIUM, null, null, true)));
        DecisionRecord premium = decide(Baselines.linear(), 0, POPULAR, FRESH);

        assertThat(order(free)).containsExactly(POPULAR, FRESH);
        assertThat(why(free, FRESH)).containsExactly("of fresh");
        assertThat(order(premium)).containsExactly(FRESH, POPULAR);
        assertThat(why(premium, FRESH)).containsExactly("of fresh", "suits those who have premium");
    }

    @Test
    void a_model_that_takes_no_note_of_the_moment_gives_no_such_reason() {
        skips(3);

        DecisionRecord page = decide(Baselines.popularity(), MORNING, FRESH, POPULAR, RECENT);

        assertThat(why(page, RECENT)).containsExactly("of recent");
        assertThat(why(page, POPULAR)).containsExactly("of popular");
    }

    @Test
    void only_cards_that_are_shown_have_the_reason() {
        DecisionRecord morning = decide(Baselines.linear(), MORNING, POPULAR, RECENT);

        assertThat(proposalOf(morning, RECENT).cards().stream().map(Proposal::why))
                .containsExactlyInAnyOrder(
                        List.of("of recent", "suits the morning"),
                        List.of("of recent", "suits the morning"),
                        List.of("of recent"));
    }

    private void skips(int count) {
        for (int skip = 0; skip < count; skip++) {
            life.add(Streams.anInteraction(
                    InteractionType.SKIP,
                    Streams.aCard("elsewhere-" + skip),
                    NOON.minus(Duration.ofMinutes(9 - skip))));
        }
    }

    private DecisionRecord decide(Scorer scorer, int utcOffsetMinutes, SourceKind... sources) {
        List<CatalogEvent> published = new ArrayList<>();
        List<ShelfProposal> shelves = new ArrayList<>();
        for (int place = 0; place < sources.length; place++) {
            List<Proposal> cards = new ArrayList<>();
            for (int card = 0; card < CARDS; card++) {
                String id = "card-" + place + "-" + card;
                published.add(Catalogs.published(Catalogs.aCard(id)));
                cards.add(new Proposal(new CardId(id), List.of("by-" + id), List.of("of " + sources[place].written())));
            }
            shelves.add(new ShelfProposal(
                    ShelfKey.parse("shelf-" + place), sources[place], "Title", false, null, CARDS, cards));
        }
        Knowledge known = new Knowledge(
                Profile.empty().applyAll(Streams.streamOf(life)),
                Catalogs.after(Catalog.empty(), published),
                Statistics.empty(),
                Embeddings.none());
        PageRequest request = new PageRequest("phone", new Grid(3, 2), utcOffsetMinutes, null);
        Treatment treatment = new Treatment(null, "live", new Greedy(), List.of());
        return new Deciding(scorer, "0.1.0", "system")
                .decide(
                        known,
                        new Asked(Streams.STREAM, NOON, request, treatment, 5, shelves, Map.of(), Set.of(), null));
    }

    private static List<SourceKind> order(DecisionRecord page) {
        return page.page().shelves().stream()
                .map(PageShelf::shelf)
                .map(key -> page.inputs().proposalOf(key).orElseThrow().source())
                .toList();
    }

    /** Of the first shown card. */
    private static List<String> why(DecisionRecord page, SourceKind source) {
        ShelfProposal proposal = proposalOf(page, source);
        CardId first = page.page().shelves().stream()
                .filter(shelf -> shelf.shelf().equals(proposal.shelf()))
                .findFirst()
                .orElseThrow()
                .cards()
                .get(0)
                .card();
        return proposal.cards().stream()
                .filter(card -> card.card().equals(first))
                .findFirst()
                .orElseThrow()
                .why();
    }

    private static ShelfProposal proposalOf(DecisionRecord page, SourceKind source) {
        return page.proposals().stream()
                .filter(proposal -> proposal.source() == source)
                .findFirst()
                .orElseThrow();
    }
}
