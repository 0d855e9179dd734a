package dev.counterpoint.query.decision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.query.SmallPlatform;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.history.ListenerHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecisionsControllerTest {
    private final SmallPlatform platform = new SmallPlatform();
    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32]);
    private final StreamId ann = pseudonyms.of(new ListenerId("ann"));
    private final MockMvc http = MockMvcBuilders.standaloneSetup(
                    new DecisionsController(platform.decisions, new ListenerHistory(platform.history), pseudonyms))
            .build();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void record_hasEveryCandidate_andAScoreForEachPairOfThePlan() throws Exception {
        LoggedDecision logged = aPage();
        DecisionRecord decision = SmallPlatform.record(logged);

        JsonNode answer = answer(get("/v1/decisions/" + logged.id()));

        assertThat(answer.get("candidates").size())
                .isEqualTo(decision.proposals().size());
        List<JsonNode> scores = answer.get("candidates").findValues("score");
        assertThat(scores).hasSize(decision.scores().size());
        assertThat(answer.get("seed").stringValue()).isEqualTo(Long.toString(decision.seed()));
        assertThat(answer.get("featuresDigest").stringValue())
                .isEqualTo(decision.features().hex());
        assertThat(answer.get("logPropensity").doubleValue())
                .isEqualTo(decision.page().logPropensity());
        assertThat(answer.get("listenerId").stringValue()).isEqualTo("somebody");
        assertThat(answer.get("status").stringValue()).isEqualTo("unconfirmed");
        for (JsonNode shelf : answer.get("shelves")) {
            for (JsonNode card : shelf.get("cards")) {
                assertThat(scoreOf(answer, shelf, card))
                        .isEqualTo(card.get("score").floatValue());
            }
        }
    }

    private static float scoreOf(JsonNode answer, JsonNode shelf, JsonNode card) {
        for (JsonNode candidates : answer.get("candidates")) {
            if (candidates.get("shelfId").equals(shelf.get("shelfId"))) {
                for (JsonNode candidate : candidates.get("cards")) {
                    if (candidate.get("cardId").equals(card.get("cardId"))) {
                        return candidate.get("score").floatValue();
                    }
                }
            }
        }
        throw new AssertionError("shown, and no candidate: " + card);
    }

    @Test
    void reproduction_isIdentical_andNamesTheDigest() throws Exception {
        LoggedDecision logged = aPage();
        platform.moveOn();

        JsonNode answer = answer(post("/v1/decisions/" + logged.id() + "/reproduction"));

        assertThat(answer.get("identical").booleanValue()).isTrue();
        assertThat(answer.get("digest").stringValue())
                .isEqualTo(SmallPlatform.record(logged).features().hex());
        assertThat(answer.get("differences").size()).isZero();
    }

    @Test
    void list_isNewestFirst_andItsPartsMakeTheWhole() throws Exception {
        List<String> served = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            platform.clock.advance(Duration.ofSeconds(1));
            served.add(0, aPage().id().value());
        }

        List<String> listed = new ArrayList<>();
        String path = "/v1/listeners/ann/decisions?limit=3";
        JsonNode part = answer(get(path));
        while (true) {
            listed.addAll(part.get("items").findValuesAsString("decisionId"));
            if (!part.has("nextCursor")) {
                break;
            }
            part = answer(get(path + "&cursor=" + part.get("nextCursor").stringValue()));
        }

        assertThat(listed).isEqualTo(served);
    }

    @Test
    void whatIsNotThere_isRefused() {
        for (MockHttpServletRequestBuilder call : List.of(
                get("/v1/decisions/invented"),
                post("/v1/decisions/invented/reproduction"),
                get("/v1/listeners/ann/decisions?cursor=abc"),
                get("/v1/listeners/a:b/decisions"))) {
            assertThatThrownBy(() -> http.perform(call)).hasCauseInstanceOf(RequestRefusedException.class);
        }
    }

    private LoggedDecision aPage() {
        platform.register(ann, true);
        platform.playSome(ann, 12);
        return platform.pages.serve(ann, SmallPlatform.request(null)).logged();
    }

    private JsonNode answer(MockHttpServletRequestBuilder call) throws Exception {
        String body = http.perform(call).andReturn().getResponse().getContentAsString();
        return JsonMapper.shared().readTree(body);
    }
}
