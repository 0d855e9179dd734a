package dev.counterpoint.query.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.home.Page.PageShelf;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.decision.LoggedDecision;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HomeControllerTest {
    private final SmallPlatform platform = new SmallPlatform();
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final StreamId ann = pseudonyms.of(new ListenerId("ann"));
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new HomeController(platform.pages, pseudonyms))
            .build();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void page_isWhatTheRecordSays_andNothingElse() throws Exception {
        platform.register(ann, true);
        platform.playSome(ann, 30);

        JsonNode page = answer("/v1/listeners/ann/home?rows=4&columns=5&utcOffsetMinutes=-90&surface=tv");

        LoggedDecision logged = platform.decisions.newestOf(ann, null, 1).get(0);
        DecisionRecord decision = SmallPlatform.record(logged);
        assertThat(page.get("decisionId").stringValue()).isEqualTo(logged.id().value());
        assertThat(page.get("receipt").stringValue())
                .isEqualTo(logged.receipt())
                .startsWith("sha256:");
        assertThat(page.get("listenerId").stringValue()).isEqualTo("ann");
        assertThat(page.get("profileSequence").longValue()).isEqualTo(30);
        assertThat(decision.request().surface()).isEqualTo("tv");
        assertThat(decision.request().utcOffsetMinutes()).isEqualTo(-90);
        assertThat(page.get("shelves").size()).isEqualTo(4);
        for (int row = 0; row < 4; row++) {
            assertSame(page.get("shelves").get(row), decision.page().shelves().get(row), decision);
        }
    }

    private static void assertSame(JsonNode answered, PageShelf shelf, DecisionRecord decision) {
        assertThat(answered.get("shelfId").stringValue())
                .isEqualTo(shelf.shelf().toString());
        assertThat(answered.get("row").intValue()).isEqualTo(shelf.row());
        assertThat(answered.get("propensity").doubleValue())
                .isEqualTo(shelf.slot().propensity());
        assertThat(answered.get("marginalPropensity").doubleValue())
                .isEqualTo(shelf.slot().marginalPropensity());
        assertThat(answered.get("cards").size()).isEqualTo(shelf.cards().size()).isLessThanOrEqualTo(5);
        for (PageCard card : shelf.cards()) {
            JsonNode shown = answered.get("cards").get(card.column());
            assertThat(shown.get("cardId").stringValue()).isEqualTo(card.card().value());
            assertThat(shown.get("title").stringValue())
                    .isEqualTo(decision.captions().get(card.card()).title());
            assertThat(shown.get("score").floatValue()).isEqualTo(card.score());
            assertThat(shown.get("marginalPropensity").doubleValue())
                    .isEqualTo(card.slot().marginalPropensity());
            assertThat(shown.get("gridPropensity").doubleValue()).isEqualTo(shelf.gridPropensity(card));
            assertThat(shown.get("why").size()).isPositive();
        }
    }

    @Test
    void defaults_are8RowsOf10_andThePageIsNotStored() throws Exception {
        MockHttpServletResponse response =
                http.perform(get("/v1/listeners/ann/home")).andReturn().getResponse();

        DecisionRecord decision =
                SmallPlatform.record(platform.decisions.newestOf(ann, null, 1).get(0));
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(decision.request().grid().rows()).isEqualTo(8);
        assertThat(decision.request().grid().columns()).isEqualTo(10);
        assertThat(decision.request().requestId()).isNull();
    }

    @Test
    void pageWithoutPersonalization_hasNoArmAndNoChance() throws Exception {
        platform.register(ann, false);

        JsonNode page = answer("/v1/listeners/ann/home");

        assertThat(page.has("arm")).isFalse();
        assertThat(page.get("policy")).isEqualTo(JsonMapper.shared().readTree("{\"name\": \"greedy\"}"));
        assertThat(page.findValues("propensity")).allMatch(propensity -> propensity.doubleValue() == 1);
    }

    @Test
    void policy_showsItsNumbers() throws Exception {
        JsonNode page = answer("/v1/listeners/ann/home");

        assertThat(page.at("/policy/epsilon").doubleValue()).isEqualTo(0.05);
        assertThat(page.at("/policy/eta").doubleValue()).isEqualTo(0.02);
    }

    @Test
    void namesThatAreNone_areRefused_andNothingIsServed() {
        for (String path : List.of(
                "/v1/listeners/a%20b/home",
                "/v1/listeners/ann/home?surface=a/b",
                "/v1/listeners/ann/home?requestId=",
                "/v1/listeners/" + "x".repeat(129) + "/home")) {
            assertThatThrownBy(() -> http.perform(get(java.net.URI.create(path))))
                    .as(path)
                    .hasCauseInstanceOf(RequestRefusedException.class);
        }
        assertThat(platform.decisions.newestOf(ann, null, 5)).isEmpty();
    }

    private JsonNode answer(String path) throws Exception {
        MockHttpServletResponse response = http.perform(get(path)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.getContentAsString());
    }
}
