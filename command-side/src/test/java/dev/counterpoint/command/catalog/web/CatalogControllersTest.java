package dev.counterpoint.command.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.catalog.CatalogAndTail;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.command.web.ControllerTesting;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.DomainEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class CatalogControllersTest {
    private static final String CARD =
            "{\"kind\":\"album\",\"title\":\"Kind of Blue\",\"publishedAt\":\"1959-08-17T00:00:00Z\"}";

    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final Publishing publishing = new Publishing(side.commands(), new CatalogAndTail(Catalog::empty, engine));
    private final MockMvc mvc = ControllerTesting.mvc(
            new CardsController(publishing), new ShelvesController(publishing), new RulesController(publishing));

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_card_is_published_and_sent_again_changes_nothing() throws Exception {
        put("/v1/cards/kob", CARD, 200, "{\"changed\":true}");
        put("/v1/cards/kob", CARD, 200, "{\"changed\":false}");
        CardPublished event = (CardPublished) events().get(0);
        assertThat(event.card().cardId()).isEqualTo(new CardId("kob"));
        assertThat(event.card().kind()).isEqualTo(CardKind.ALBUM);
        assertThat(event.card().explicit()).isFalse();
        assertThat(event.card().creators()).isEmpty();
    }

    @Test
    void a_card_with_everything_is_published_whole() throws Exception {
        String embedding = IntStream.range(0, 64).mapToObj(i -> "0." + i).collect(Collectors.joining(",", "[", "]"));
        put(
                "/v1/cards/kob",
                "{\"kind\":\"album\",\"title\":\"Kind of Blue\",\"creators\":[\"Miles Davis\"],\"tags\":[\"jazz\"],"
                        + "\"publishedAt\":\"1959-08-17T00:00:00Z\",\"explicit\":true,\"embedding\":" + embedding + "}",
                200,
                "{\"changed\":true}");
        CardPublished event = (CardPublished) events().get(0);
        assertThat(event.card().embedding().toArray()).hasSize(64).contains(0.63f);
        assertThat(event.card().explicit()).isTrue();
        assertThat(event.card().creators()).containsExactly("Miles Davis");
    }

    @Test
    void a_bad_card_is_refused_with_all_its_faults_and_changes_nothing() throws Exception {
        put(
                "/v1/cards/kob",
                "{\"kind\":\"lp\",\"titel\":\"x\",\"tags\":[\"\",3],\"embedding\":[1],\"publishedAt\":\"9999-01-01T00:00:00Z\"}",
                400,
                "[\"/kind malformed\",\"/titel malformed\",\"/tags/1 malformed\",\"/publishedAt malformed\","
                        + "\"/title malformed\",\"/embedding malformed\"]");
        assertThat(events()).isEmpty();
    }

    @Test
    void a_card_id_of_129_characters_is_refused() throws Exception {
        put("/v1/cards/" + "x".repeat(129), CARD, 400, "[\"null malformed\"]");
        put("/v1/cards/" + "x".repeat(128), CARD, 200, "{\"changed\":true}");
    }

    @Test
    void a_card_is_retired_once_and_an_unknown_one_is_not_found() throws Exception {
        put("/v1/cards/kob", CARD, 200, "{\"changed\":true}");
        mvc.perform(delete("/v1/cards/kob"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"changed\":true}"));
        mvc.perform(delete("/v1/cards/kob"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"changed\":false}"));
        mvc.perform(delete("/v1/cards/nobody")).andExpect(status().isNotFound());
    }

    @Test
    void a_rule_is_published_changed_and_withdrawn_once() throws Exception {
        put("/v1/rules/no-war", "{\"block\":{\"tag\":\"war\"}}", 200, "{\"changed\":true}");
        put("/v1/rules/no-war", "{\"block\":{\"tag\":\"war\"}}", 200, "{\"changed\":false}");
        put(
                "/v1/rules/no-war",
                "{\"block\":{\"tag\":\"war\",\"explicit\":true},\"countries\":[\"SE\"],\"tiers\":[\"free\"]}",
                200,
                "{\"changed\":true}");
        mvc.perform(delete("/v1/rules/no-war")).andExpect(content().json("{\"changed\":true}"));
        mvc.perform(delete("/v1/rules/no-war")).andExpect(content().json("{\"changed\":false}"));
        mvc.perform(delete("/v1/rules/nothing")).andExpect(status().isNotFound());
        put("/v1/rules/no-war", "{\"block\":{\"tag\":\"war\"}}", 200, "{\"changed\":true}");
        assertThat(events()).hasSize(4);
        assertThat(((RulePublished) events().get(1)).rule())
                .isEqualTo(new Rule(new RuleId("no-war"), "war", true, List.of("SE"), List.of("free")));
    }

    @Test
    void a_rule_that_blocks_nothing_is_refused() throws Exception {
        put("/v1/rules/nothing", "{\"block\":{}}", 400, "[\"/block malformed\"]");
        put(
                "/v1/rules/nothing",
                "{\"block\":{\"tag\":\"\"},\"countries\":[\"Sweden\"],\"tiers\":[\"gold\"]}",
                400,
                "[\"/tiers/0 malformed\",\"/block/tag malformed\",\"/countries/0 malformed\"]");
        put(
                "/v1/rules/nobody",
                "{\"block\":{\"tag\":\"war\"},\"countries\":[],\"tiers\":[]}",
                400,
                "[\"/tiers malformed\",\"/countries malformed\"]");
        assertThat(events()).isEmpty();
    }

    @Test
    void a_shelf_has_defaults_for_what_is_left_out() throws Exception {
        put(
                "/v1/shelves/because",
                "{\"title\":\"Because you played {card}\",\"source\":{\"from\":\"because\"}}",
                200,
                "{\"changed\":true}");
        assertThat(events())
                .containsExactly(new ShelfPublished(new Shelf(
                        new ShelfId("because"),
                        "Because you played {card}",
                        ShelfSource.of(SourceKind.BECAUSE),
                        10,
                        null)));
    }

    @Test
    void a_shelf_is_withdrawn_once_and_comes_back_only_by_its_publisher() throws Exception {
        String shelf = "{\"title\":\"t\",\"source\":{\"from\":\"popular\"}}";
        put("/v1/shelves/popular", shelf, 200, "{\"changed\":true}");
        mvc.perform(delete("/v1/shelves/popular")).andExpect(content().json("{\"changed\":true}"));
        mvc.perform(delete("/v1/shelves/popular")).andExpect(content().json("{\"changed\":false}"));
        mvc.perform(delete("/v1/shelves/nothing")).andExpect(status().isNotFound());
        put("/v1/shelves/popular", shelf, 200, "{\"changed\":true}");
        assertThat(events()).hasSize(3);
    }

    @Test
    void a_pinned_shelf_names_its_cards() throws Exception {
        String pinned = "{\"title\":\"Editors\",\"source\":{\"from\":\"pinned\",\"cards\":[\"kob\"]},"
                + "\"maxCards\":5,\"pinnedRow\":0}";
        put("/v1/shelves/editors", pinned, 422, "[\"/source/cards/0 unknown-card\"]");
        put("/v1/cards/kob", CARD, 200, "{\"changed\":true}");
        put("/v1/shelves/editors", pinned, 200, "{\"changed\":true}");
    }

    @Test
    void cards_are_named_in_pinned_shelves_only_and_there_always() throws Exception {
        String named = "{\"title\":\"t\",\"source\":{\"from\":\"popular\",\"cards\":[\"kob\"]}}";
        put("/v1/shelves/s", named, 400, "[\"/source/cards malformed\"]");
        put(
                "/v1/shelves/s",
                "{\"title\":\"t\",\"source\":{\"from\":\"pinned\"}}",
                400,
                "[\"/source/cards malformed\"]");
    }

    @Test
    void tags_are_boosted_in_shelves_that_are_not_pinned() throws Exception {
        String boosted = "{\"title\":\"New\",\"source\":{\"from\":\"fresh\",\"boost\":[\"jazz\"]}}";
        put("/v1/shelves/fresh", boosted, 200, "{\"changed\":true}");
        put("/v1/shelves/fresh", boosted, 200, "{\"changed\":false}");
        put("/v1/shelves/fresh", boosted.replace("[\"jazz\"]", "[]"), 200, "{\"changed\":true}");
        put("/v1/shelves/s", boosted.replace("[\"jazz\"]", "[\"\"]"), 400, "[\"/source/boost/0 malformed\"]");
        put("/v1/cards/kob", CARD, 200, "{\"changed\":true}");
        put(
                "/v1/shelves/s",
                "{\"title\":\"t\",\"source\":{\"from\":\"pinned\",\"cards\":[\"kob\"],\"boost\":[\"jazz\"]}}",
                400,
                "[\"/source/boost malformed\"]");
    }

    @Test
    void nobody_publishes_under_the_name_of_a_rankings_list() throws Exception {
        put("/v1/shelves/given", "{\"title\":\"t\",\"source\":{\"from\":\"popular\"}}", 400, "[\"null malformed\"]");
        put("/v1/shelves/s", "{\"title\":\"t\",\"source\":{\"from\":\"given\"}}", 400, "[\"/source/from malformed\"]");
    }

    @Test
    void a_bad_shelf_is_refused_with_all_its_faults() throws Exception {
        put(
                "/v1/shelves/s",
                "{\"title\":\"\",\"source\":{\"from\":\"heaven\"},\"maxCards\":51,\"pinnedRow\":20}",
                400,
                "[\"/source/from malformed\",\"/title malformed\",\"/maxCards malformed\",\"/pinnedRow malformed\"]");
    }

    @Test
    void the_documented_values_are_those_that_are_read() throws Exception {
        assertThat(documented(CardBody.class, "kind"))
                .isEqualTo(
                        Arrays.stream(CardKind.values()).map(CardKind::written).toList());
        assertThat(documented(ShelfBody.Source.class, "from"))
                .isEqualTo(
                        SourceKind.ofShelves().stream().map(SourceKind::written).toList());
    }

    private static List<String> documented(Class<?> body, String component) throws NoSuchMethodException {
        return List.of(
                body.getDeclaredMethod(component).getAnnotation(Schema.class).allowableValues());
    }

    private ResultActions put(String path, String body, int status, String answer) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.put(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status))
                .andExpect(content().json(answer));
    }

    private List<DomainEvent> events() {
        return CatalogShards.streams().stream()
                .flatMap(shard -> engine.events(shard).stream())
                .toList();
    }
}
