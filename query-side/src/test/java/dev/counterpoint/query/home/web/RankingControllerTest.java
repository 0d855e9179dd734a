package dev.counterpoint.query.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Page.PageCard;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.decision.LoggedDecision;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RankingControllerTest {
    private final SmallPlatform platform = new SmallPlatform();
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final StreamId ann = pseudonyms.of(new ListenerId("ann"));
    private final MockMvc http = MockMvcBuilders.standaloneSetup(new RankingController(platform.rankings, pseudonyms))
            .build();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void ranking_isWhatTheRecordSays() throws Exception {
        platform.register(ann, true);
        platform.playSome(ann, 30);

        JsonNode ranking = answer("""
                {"cards": ["card-1", "card-2", "card-3"], "context": {"surface": "tv", "utcOffsetMinutes": -90}}""");

        LoggedDecision logged = platform.decisions.newestOf(ann, null, 1).get(0);
        DecisionRecord decision = SmallPlatform.record(logged);
        assertThat(ranking.get("decisionId").stringValue())
                .isEqualTo(logged.id().value());
        assertThat(ranking.get("receipt").stringValue()).isEqualTo(logged.receipt());
        assertThat(ranking.get("profileSequence").longValue()).isEqualTo(30);
        assertThat(ranking.get("arm").stringValue()).isEqualTo("model");
        assertThat(ranking.get("retired").size()).isZero();
        assertThat(decision.request().surface()).isEqualTo("tv");
        assertThat(decision.request().utcOffsetMinutes()).isEqualTo(-90);
        List<PageCard> placed = decision.page().shelves().get(0).cards();
        assertThat(ranking.get("cards").size()).isEqualTo(3);
        for (PageCard card : placed) {
            JsonNode shown = ranking.get("cards").get(card.column());
            assertThat(shown.get("cardId").stringValue()).isEqualTo(card.card().value());
            assertThat(shown.get("position").intValue()).isEqualTo(card.column());
            assertThat(shown.get("score").floatValue()).isEqualTo(card.score());
            assertThat(shown.get("propensity").doubleValue())
                    .isEqualTo(card.slot().propensity());
            assertThat(shown.get("marginalPropensity").doubleValue())
                    .isEqualTo(card.slot().marginalPropensity());
        }
    }

    @Test
    void withoutContext_theDefaultsOfAPageHold() throws Exception {
        answer("{\"cards\": [\"card-1\"]}");

        DecisionRecord decision =
                SmallPlatform.record(platform.decisions.newestOf(ann, null, 1).get(0));
        assertThat(decision.request().surface()).isEqualTo("unspecified");
        assertThat(decision.request().utcOffsetMinutes()).isZero();
        assertThat(decision.request().requestId()).isNull();
    }

    @Test
    void repeatedCards_areRefused_eachWithItsPlace() {
        RankingBody body = new RankingBody(List.of("a", "b", "a", "b"), null, null);

        assertThat(refusalsOf(body)).extracting(Refusal::pointer).containsExactly("/cards/2", "/cards/3");
    }

    private static List<Refusal> refusalsOf(RankingBody body) {
        try {
            body.distinctCards();
            return List.of();
        } catch (RequestRefusedException refused) {
            return refused.refusals();
        }
    }

    private JsonNode answer(String body) throws Exception {
        MockHttpServletResponse response = http.perform(post("/v1/listeners/ann/ranking")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        return JsonMapper.shared().readTree(response.getContentAsString());
    }
}
