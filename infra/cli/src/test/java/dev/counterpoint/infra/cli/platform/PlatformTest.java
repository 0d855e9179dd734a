package dev.counterpoint.infra.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.testing.RecordingPlatform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class PlatformTest {
    private final RecordingPlatform server = new RecordingPlatform();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final List<BulkAnswer> answers = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void publishCards_sendsThem() {
        platform(true).publishCards(List.of(card("c-1"), card("c-2")), answers::add);

        assertThat(server.cards()).containsOnlyKeys("c-1", "c-2");
        assertThat(answers).containsExactly(new BulkAnswer(2, 0, List.of(), 2));
    }

    @Test
    void importPlays_whileThePlatformIsUnavailable_waitsAsLongAsAsked_andSendsTheSameAgain() {
        server.cards().put("c-1", JsonNodeFactory.instance.objectNode());
        server.unavailableFor(2);

        platform(true).importPlays(plays(3), answers::add);

        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
        assertThat(server.requests()).hasSize(3).containsOnly("POST /v1/interactions");
        assertThat(server.plays()).hasSize(3);
    }

    @Test
    void importPlays_settledInPart_sendsTheRestUntilAllIsSettled() {
        server.cards().put("c-1", JsonNodeFactory.instance.objectNode());
        server.settleAtOnce(4);

        platform(true).importPlays(plays(10), answers::add);

        assertThat(answers).extracting(BulkAnswer::durableThrough).containsExactly(4, 4, 2);
        assertThat(server.plays()).hasSize(10);
    }

    @Test
    void importPlays_rejectedLines_haveTheirNumberInTheWhole() {
        server.settleAtOnce(2);

        platform(true).importPlays(plays(4), answers::add);

        assertThat(answers.stream()
                        .flatMap(answer -> answer.rejected().stream())
                        .map(BulkAnswer.Rejected::line))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void importPlays_ofWhichNothingIsEverSettled_givesUp() {
        server.settleAtOnce(0);

        assertThatThrownBy(() -> platform(true).importPlays(plays(1), answers::add))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("The platform accepts nothing any more.");
        assertThat(pauses).hasSize(60);
    }

    @Test
    void anyCall_unavailableForLong_givesUpWithASentence() {
        server.unavailableFor(Integer.MAX_VALUE);

        assertThatThrownBy(() -> platform(true).publishCards(List.of(card("c-1")), answers::add))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("Counterpoint at " + server.address()
                        + " does not answer: 503 The platform cannot answer now.");
        assertThat(pauses).hasSize(20);
    }

    @Test
    void anyCall_toAProcessThatHasEnded_isNotTriedAgain() {
        URI nobody = server.address();
        server.close();

        assertThatThrownBy(() -> platform(nobody, false).publishCards(List.of(card("c-1")), answers::add))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("does not answer: nothing listens there");
        assertThat(pauses).isEmpty();
    }

    @Test
    void anyCall_declined_saysWhy() {
        assertThatThrownBy(() -> platform(true).register(List.of(RecordingPlatform.ERASED)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(
                        "The platform declined the request: 410 The listener was erased (the id cannot be used again).");
    }

    @Test
    void register_countsThoseWhoAreNew() {
        List<String> listeners =
                IntStream.range(0, 40).mapToObj(String::valueOf).toList();
        server.listeners().addAll(listeners.subList(0, 3));

        assertThat(platform(true).register(listeners)).isEqualTo(37);
        assertThat(server.listeners()).hasSize(40);
    }

    @Test
    void everyCall_carriesTheKey() {
        Platform platform =
                new Platform(server.address(), Optional.of("0123456789abcdef"), () -> true, () -> patience());

        platform.register(List.of("2"));

        assertThat(server.keys()).containsExactly("Bearer 0123456789abcdef");
    }

    @Test
    void health_isThePlatformsOwnWord() {
        assertThat(platform(true).health().orElseThrow().path("status").stringValue(""))
                .isEqualTo("UP");
    }

    @Test
    void health_ofNobody_isEmpty() {
        URI nobody = server.address();
        server.close();

        assertThat(platform(nobody, true).health()).isEmpty();
    }

    private Platform platform(boolean alive) {
        return platform(server.address(), alive);
    }

    private Platform platform(URI address, boolean alive) {
        return new Platform(address, Optional.empty(), () -> alive, this::patience);
    }

    private Patience patience() {
        return new Patience(pauses::add, Duration.ofMinutes(1));
    }

    private static CardLine card(String id) {
        return new CardLine(id, "artist", "Nina", List.of("Nina"), List.of("jazz"), Instant.EPOCH);
    }

    private static List<PlayLine> plays(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PlayLine("2", "i-" + i, "c-1", Instant.EPOCH))
                .toList();
    }
}
