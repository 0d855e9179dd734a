package dev.counterpoint.command.listener.web;

import static dev.counterpoint.command.Samples.PSEUDONYMS;
import static dev.counterpoint.command.Samples.aCard;
import static dev.counterpoint.command.Samples.streamOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.bulk.Lanes;
import dev.counterpoint.command.catalog.CatalogAndTail;
import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.listener.InMemoryServedPages;
import dev.counterpoint.command.listener.InteractionImport;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.command.web.ControllerTesting;
import dev.counterpoint.command.web.JsonBodies;
import dev.counterpoint.command.web.NdjsonImport;
import dev.counterpoint.domain.catalog.Catalog;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class InteractionImportControllerTest {
    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final KnownCards cards = new CatalogAndTail(Catalog::empty, engine);
    private final Lanes lanes = new Lanes(4);
    private final MockMvc mvc = ControllerTesting.mvc(new InteractionImportController(
            new NdjsonImport(new JsonBodies(new TestClock())),
            new InteractionImport(side.commands(), lanes, PSEUDONYMS, cards, new InMemoryServedPages())));

    @BeforeEach
    void publish() {
        new Publishing(side.commands(), cards).publish(aCard("c1"), "corr-1");
    }

    @AfterEach
    void close() {
        lanes.close();
        side.close();
    }

    @Test
    void interleaved_listeners_keep_each_their_order_and_are_recorded_once() throws Exception {
        String lines = IntStream.range(0, 7_000)
                .mapToObj(i -> line("l" + i % 20, "i" + i, "c1"))
                .collect(Collectors.joining());
        post(lines)
                .andExpect(content()
                        .json("{\"accepted\":7000,\"duplicates\":0,\"rejected\":[],\"durableThroughLine\":7000}"));
        assertThat(interactionsOf("l7"))
                .isEqualTo(IntStream.range(0, 350)
                        .mapToObj(i -> "i" + (i * 20 + 7))
                        .toList());
        assertThat(engine.events(streamOf(new ListenerId("l7"))).get(0)).isInstanceOf(ListenerRegistered.class);
        post(lines).andExpect(content().json("{\"accepted\":0,\"duplicates\":7000,\"rejected\":[]}"));
        assertThat(interactionsOf("l7")).hasSize(350);
    }

    @Test
    void lines_that_cannot_be_recorded_are_named_and_the_others_are_recorded() throws Exception {
        post(line("anna", "i1", "c1")
                        + line("anna", "i2", "nobody")
                        + line("anna", "i1", "c1").replace("play", "skip")
                        + line("bengt", "i1", "c1")
                        + line("an na", "i1", "c1")
                        + line("anna", "i1", "c1")
                        + line("anna", "i3", "c1").replace("}", ",\"decisionId\":\"forged\"}")
                        + "{\"listenerId\":\"anna\"")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"accepted\":2,\"duplicates\":1,\"durableThroughLine\":8}"))
                .andExpect(jsonPath("$.rejected[*].line").value(Matchers.contains(2, 3, 5, 7, 8)))
                .andExpect(jsonPath("$.rejected[0].detail").value("no card nobody was ever published"));
        assertThat(interactionsOf("anna")).containsExactly("i1");
        assertThat(interactionsOf("bengt")).containsExactly("i1");
    }

    @Test
    void an_id_that_was_recorded_with_other_content_is_named_and_the_rest_of_its_listener_recorded() throws Exception {
        post(line("anna", "i1", "c1")).andExpect(content().json("{\"accepted\":1}"));
        post(line("anna", "i0", "c1") + line("anna", "i1", "c1").replace("play", "save") + line("anna", "i2", "c1"))
                .andExpect(content().json("{\"accepted\":2,\"duplicates\":0,\"durableThroughLine\":3}"))
                .andExpect(jsonPath("$.rejected[*].line").value(Matchers.contains(2)));
        assertThat(interactionsOf("anna")).containsExactly("i1", "i0", "i2");
    }

    @Test
    void an_import_that_was_stopped_goes_on_where_it_stopped() throws Exception {
        String lines = IntStream.range(0, 250)
                .mapToObj(i -> line("anna", "i" + i, "c1"))
                .collect(Collectors.joining());
        engine.beforeNextAppend(() -> {});
        engine.beforeNextAppend(() -> {
            throw new OutcomeUnknownException("no answer", null);
        });
        post(lines)
                .andExpect(status().isOk())
                .andExpect(content()
                        .json("{\"accepted\":100,\"durableThroughLine\":100,\"stopped\":\"outcome-unknown\"}"));
        post(lines)
                .andExpect(content()
                        .json("{\"accepted\":150,\"duplicates\":100,\"rejected\":[],\"durableThroughLine\":250}"));
        assertThat(interactionsOf("anna")).hasSize(250).doesNotHaveDuplicates();
    }

    private ResultActions post(String lines) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/v1/interactions")
                .contentType(NdjsonImport.MEDIA_TYPE)
                .content(lines));
    }

    private List<String> interactionsOf(String listener) {
        return engine.events(streamOf(new ListenerId(listener))).stream()
                .filter(InteractionRecorded.class::isInstance)
                .map(event -> ((InteractionRecorded) event).interactionId().value())
                .toList();
    }

    private static String line(String listener, String id, String card) {
        return "{\"listenerId\":\"" + listener + "\",\"interactionId\":\"" + id + "\",\"type\":\"play\",\"cardId\":\""
                + card + "\",\"at\":\"2026-03-01T11:59:00Z\"}\n";
    }
}
