package dev.counterpoint.command.listener.web;

import static dev.counterpoint.command.Samples.ANNA;
import static dev.counterpoint.command.Samples.PSEUDONYMS;
import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.catalog.CatalogAndTail;
import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.listener.InMemoryServedPages;
import dev.counterpoint.command.listener.Listening;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.command.web.ControllerTesting;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class ListenersControllerTest {
    private static final String INTERACTIONS = "/v1/listeners/anna/interactions";

    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final KnownCards cards = new CatalogAndTail(Catalog::empty, engine);
    private final MockMvc mvc = ControllerTesting.mvc(
            new ListenersController(new Listening(side.commands(), PSEUDONYMS, cards, new InMemoryServedPages())));

    @BeforeEach
    void publish() {
        new Publishing(side.commands(), cards).publish(aCard("c1"), "corr-1");
    }

    @AfterEach
    void close() {
        MDC.clear();
        side.close();
    }

    @Test
    void a_new_listener_is_created_and_a_known_one_changed() throws Exception {
        put("{\"tier\":\"premium\",\"country\":\"SE\",\"birthYear\":1990}", 201, "{\"changed\":true,\"sequence\":0}");
        put("{\"tier\":\"premium\",\"country\":\"SE\",\"birthYear\":1990}", 200, "{\"changed\":false,\"sequence\":0}");
        put("{\"personalization\":false}", 200, "{\"changed\":true,\"sequence\":1}");
        assertThat(engine.events(streamOf(ANNA)).get(0))
                .isEqualTo(new ListenerRegistered(ANNA, new ListenerSettings(Tier.PREMIUM, "SE", 1990, true)));
    }

    @Test
    void bad_settings_are_refused_with_all_their_faults() throws Exception {
        put(
                "{\"tier\":\"gold\",\"country\":\"se\",\"birthYear\":1890,\"personalization\":\"yes\"}",
                400,
                "[\"/tier malformed\",\"/personalization malformed\",\"/country malformed\",\"/birthYear malformed\"]");
        assertThat(engine.events(streamOf(ANNA))).isEmpty();
    }

    @Test
    void one_interaction_is_created_and_the_same_again_is_a_duplicate() throws Exception {
        post(play("i1", "c1"), 201, "{\"sequence\":1,\"recorded\":1,\"duplicates\":0}");
        post(play("i1", "c1"), 200, "{\"sequence\":1,\"recorded\":0,\"duplicates\":1}");
    }

    @Test
    void a_hundred_are_recorded_with_one_append() throws Exception {
        int appends = engine.appends.get();
        String hundred =
                IntStream.range(0, 100).mapToObj(i -> play("i" + i, "c1")).collect(Collectors.joining(","));
        post("[" + hundred + "]", 201, "{\"sequence\":100,\"recorded\":100,\"duplicates\":0}");
        assertThat(engine.appends.get() - appends).isEqualTo(1);
    }

    @Test
    void of_faults_of_several_kinds_the_lowest_status_answers() throws Exception {
        post(play("i1", "c1"), 201, "{}");
        post(
                "[" + play("i1", "c1").replace("play", "skip") + "," + play("i2", "nobody") + "]",
                409,
                "[\"/1/cardId unknown-card\",\"/0/interactionId interaction-changed\"]");
        post(play("i2", "nobody"), 422, "[\"/cardId unknown-card\"]");
    }

    @Test
    void a_bad_interaction_is_refused_with_all_its_faults_and_nothing_is_recorded() throws Exception {
        post(
                "[" + play("i1", "c1")
                        + ",{\"interactionId\":\"a b\",\"type\":\"look\",\"at\":\"2026-03-01T12:05:01Z\",\"playedMs\":-1,"
                        + "\"decisionId\":\"\"}]",
                400,
                "[\"/1/type malformed\",\"/1/cardId malformed\",\"/1/interactionId malformed\",\"/1/at malformed\","
                        + "\"/1/playedMs malformed\",\"/1/decisionId malformed\"]");
        assertThat(engine.events(streamOf(ANNA))).isEmpty();
    }

    @Test
    void a_listener_id_with_a_colon_is_refused() throws Exception {
        mvc.perform(MockMvcRequestBuilders.post("/v1/listeners/a:b/interactions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(play("i1", "c1")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void another_media_type_is_refused() throws Exception {
        mvc.perform(MockMvcRequestBuilders.post(INTERACTIONS)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(play("i1", "c1")))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void the_correlation_id_of_the_request_is_carried_by_its_events() throws Exception {
        MDC.put("correlationId", "from-the-client");
        post(play("i1", "c1"), 201, "{}");
        assertThat(engine.messages(streamOf(ANNA)))
                .allSatisfy(event ->
                        assertThat(event.getMetaData()).containsEntry(RecordedEvent.CORRELATION_ID, "from-the-client"));
    }

    @Test
    void what_was_played_and_how_long_is_recorded() throws Exception {
        post(play("i1", "c1").replace("}", ",\"playedMs\":31000}"), 201, "{}");
        InteractionRecorded event =
                (InteractionRecorded) engine.events(streamOf(ANNA)).get(1);
        assertThat(event.playedMs()).isEqualTo(31_000);
        assertThat(event.type()).isEqualTo(InteractionType.PLAY);
    }

    @Test
    void the_documented_values_are_those_that_are_read() throws Exception {
        assertThat(documented(InteractionBody.class, "type"))
                .isEqualTo(Arrays.stream(InteractionType.values())
                        .map(InteractionType::written)
                        .toList());
        assertThat(documented(SettingsBody.class, "tier"))
                .isEqualTo(Arrays.stream(Tier.values()).map(Tier::written).toList());
    }

    private static List<String> documented(Class<?> body, String component) throws NoSuchMethodException {
        return List.of(
                body.getDeclaredMethod(component).getAnnotation(Schema.class).allowableValues());
    }

    private static String play(String id, String card) {
        return "{\"interactionId\":\"" + id + "\",\"type\":\"play\",\"cardId\":\"" + card
                + "\",\"at\":\"2026-03-01T11:59:00Z\"}";
    }

    private void post(String body, int status, String answer) throws Exception {
        mvc.perform(MockMvcRequestBuilders.post(INTERACTIONS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status))
                .andExpect(content().json(answer));
    }

    private void put(String body, int status, String answer) throws Exception {
        mvc.perform(MockMvcRequestBuilders.put("/v1/listeners/anna")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status))
                .andExpect(content().json(answer));
    }
}
