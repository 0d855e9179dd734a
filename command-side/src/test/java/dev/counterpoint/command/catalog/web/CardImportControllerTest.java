package dev.counterpoint.command.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.counterpoint.command.CommandMemory;
import dev.counterpoint.command.CommandSide;
import dev.counterpoint.command.TestClock;
import dev.counterpoint.command.bulk.Lanes;
import dev.counterpoint.command.catalog.CardImport;
import dev.counterpoint.command.stream.TestEngine;
import dev.counterpoint.command.web.ControllerTesting;
import dev.counterpoint.command.web.JsonBodies;
import dev.counterpoint.command.web.NdjsonImport;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogShards;
import dev.counterpoint.domain.event.DomainEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

class CardImportControllerTest {
    private final TestEngine engine = new TestEngine();
    private final CommandSide side = new CommandSide(engine, new TestClock(), CommandMemory.standard());
    private final Lanes lanes = new Lanes(4);
    private final MockMvc mvc = ControllerTesting.mvc(new CardImportController(
            new NdjsonImport(new JsonBodies(new TestClock())), new CardImport(side.commands(), lanes)));

    @AfterEach
    void close() {
        lanes.close();
        side.close();
    }

    @Test
    void thousands_of_cards_are_published_in_few_appends_and_once() throws Exception {
        String cards =
                IntStream.range(0, 3_000).mapToObj(i -> line("c" + i, "t")).collect(Collectors.joining());
        post(cards)
                .andExpect(status().isOk())
                .andExpect(content()
                        .json("{\"accepted\":3000,\"duplicates\":0,\"rejected\":[],\"durableThroughLine\":3000}"))
                .andExpect(jsonPath("$.stopped").doesNotExist());
        assertThat(engine.appends.get()).isLessThanOrEqualTo(CatalogShards.COUNT);
        assertThat(events()).hasSize(3_000);
        post(cards)
                .andExpect(content()
                        .json("{\"accepted\":0,\"duplicates\":3000,\"rejected\":[],\"durableThroughLine\":3000}"));
        assertThat(events()).hasSize(3_000);
    }

    @Test
    void versions_of_a_card_stay_in_their_order() throws Exception {
        String versions =
                IntStream.range(0, 300).mapToObj(i -> line("c", "v" + i)).collect(Collectors.joining());
        post(versions).andExpect(content().json("{\"accepted\":300}"));
        assertThat(events())
                .extracting(event -> ((CardPublished) event).card().title())
                .containsExactlyElementsOf(
                        IntStream.range(0, 300).mapToObj(i -> "v" + i).toList());
    }

    @Test
    void bad_lines_are_named_and_the_others_published() throws Exception {
        post(line("a", "t") + "{\"cardId\":\"b\"}\n" + line("c d", "t") + "{\"cardId\":\n" + line("e", "t"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"accepted\":2,\"durableThroughLine\":5}"))
                .andExpect(jsonPath("$.rejected[*].line").value(Matchers.contains(2, 3, 4)))
                .andExpect(jsonPath("$.rejected[1].detail")
                        .value("cardId must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ -, not \"c d\""));
    }

    @Test
    void very_large_cards_are_split_over_several_appends() throws Exception {
        String tags = IntStream.range(0, 512)
                .mapToObj(i -> "\"" + i + "x".repeat(120) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        String large = IntStream.range(0, 40)
                .mapToObj(i -> line("c", "v" + i).replace("}", ",\"tags\":" + tags + "}"))
                .collect(Collectors.joining());
        post(large).andExpect(content().json("{\"accepted\":40,\"rejected\":[]}"));
        assertThat(events())
                .extracting(event -> ((CardPublished) event).card().title())
                .containsExactlyElementsOf(
                        IntStream.range(0, 40).mapToObj(i -> "v" + i).toList());
    }

    @Test
    void another_media_type_is_refused() throws Exception {
        mvc.perform(MockMvcRequestBuilders.post("/v1/cards")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(line("a", "t")))
                .andExpect(status().isUnsupportedMediaType());
    }

    private ResultActions post(String lines) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/v1/cards")
                .contentType(NdjsonImport.MEDIA_TYPE)
                .content(lines));
    }

    private List<DomainEvent> events() {
        return CatalogShards.streams().stream()
                .flatMap(shard -> engine.events(shard).stream())
                .toList();
    }

    private static String line(String id, String title) {
        return "{\"cardId\":\"" + id + "\",\"kind\":\"track\",\"title\":\"" + title
                + "\",\"publishedAt\":\"2020-01-01T00:00:00Z\"}\n";
    }
}
