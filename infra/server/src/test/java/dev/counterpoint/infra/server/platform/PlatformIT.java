package dev.counterpoint.infra.server.platform;

import static dev.counterpoint.infra.server.platform.MadeUpListening.creditedPlay;
import static dev.counterpoint.infra.server.platform.MadeUpListening.play;
import static dev.counterpoint.infra.server.platform.PageReading.cardsOf;
import static dev.counterpoint.infra.server.platform.PageReading.hasNoCardTwice;
import static dev.counterpoint.infra.server.platform.PageReading.plannedShelves;
import static dev.counterpoint.infra.server.platform.PageReading.shelvesOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.server.contract.PublicInterface;
import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform as it is shipped, over HTTP, on real embedded servers: what happens in it outlives it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlatformIT {
    private static final String CARD = """
            {"kind": "album", "title": "Kind of Blue", "creators": ["Miles Davis"], "tags": ["jazz", "modal"],
             "publishedAt": "1959-08-17T00:00:00Z"}""";

    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static Calls calls;
    private static MadeUpListening listening;
    private static final List<JsonNode> SERVED = new ArrayList<>();

    @BeforeAll
    static void startOnAnEmptyFolder() {
        start("--counterpoint.statistics.interval=1s");
    }

    private static void start(String... options) {
        server = ServerProcess.start(data, options);
        calls = server.calls();
        listening = new MadeUpListening(calls);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    @Order(1)
    void aStart_saysWhereAndThatEverythingIsOpen() {
        assertThat(server.output()).contains("is ready at http://127.0.0.1:").contains("no keys are configured");
        assertThat(calls.get("/actuator/health/liveness").status()).isEqualTo(200);
        Answer readiness = calls.get("/actuator/health/readiness");
        assertThat(readiness.status()).isEqualTo(200);
        assertThat(readiness.body())
                .contains("\"cassandra\":{\"status\":\"UP\"")
                .contains("\"kafka\":{\"status\":\"UP\"");
        assertThat(calls.get("/actuator/prometheus").body())
                .contains(
                        "jvm_memory_used_bytes",
                        "counterpoint_projection_lag",
                        "counterpoint_projection_applied_total",
                        "counterpoint_publication_outstanding",
                        "counterpoint_publication_republished_total",
                        "counterpoint_pages_in_progress",
                        "counterpoint_pages_shed_total",
                        "counterpoint_catalog_epoch",
                        "counterpoint_statistics_version");
    }

    @Test
    @Order(1)
    void whatIsPublished_isWhatIsPromised() {
        JsonNode description = calls.get("/v3/api-docs").json();

        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        assertThat(PublicInterface.differences(description)).isEmpty();
    }

    @Test
    @Order(2)
    void cards_arePublishedOnce() {
        assertThat(calls.put("/v1/cards/kind-of-blue", CARD)).isEqualTo(new Answer(200, "{\"changed\":true}"));
        assertThat(calls.put("/v1/cards/kind-of-blue", CARD)).isEqualTo(new Answer(200, "{\"changed\":false}"));
        assertThat(calls.put("/v1/cards/a%20b", CARD).status()).isEqualTo(400);
        assertThat(calls.delete("/v1/cards/nothing").status()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void listeners_areRegisteredOnce() {
        String settings =
                "{\"tier\": \"premium\", \"country\": \"SE\", \"birthYear\": 1990, \"personalization\": true}";

        assertThat(calls.put("/v1/listeners/ann", settings).status()).isEqualTo(201);
        assertThat(calls.put("/v1/listeners/ann", settings).status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void interactions_areRecordedOnce_andRefusedWithPointers() {
        Answer first = calls.post("/v1/listeners/ann/interactions", play("p1", "kind-of-blue"));
        Answer again = calls.post("/v1/listeners/ann/interactions", play("p1", "kind-of-blue"));
        Answer unknown = calls.post("/v1/listeners/ann/interactions", "[" + play("p2", "nothing") + "]");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().get("sequence").intValue()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(1);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/errors/0/pointer").stringValue()).isEqualTo("/0/cardId");
        assertThat(unknown.json().get("type").stringValue()).isEqualTo("urn:counterpoint:problem:unknown-card");
    }

    @Test
    @Order(5)
    void imports_takeWhatTheyCan_andNameTheRest() {
        String card = "{\"cardId\": \"milestones\", \"kind\": \"album\", \"title\": \"Milestones\", \"creators\": [], "
                + "\"tags\": [\"jazz\"], \"publishedAt\": \"1958-09-02T00:00:00Z\"}";
        String played = "{\"listenerId\": \"bill\", " + play("b1", "milestones").substring(1);

        Answer cards = calls.postLines("/v1/cards", card, card.substring(0, 40));
        Answer first = calls.postLines("/v1/interactions", played, played.replace("b1", "b2"), "{\"listenerId\":");
        Answer again = calls.postLines("/v1/interactions", played, played.replace("b1", "b2"));

        assertThat(cards.status()).isEqualTo(200);
        assertThat(cards.json().get("accepted").intValue()).isEqualTo(1);
        assertThat(cards.json().at("/rejected/0/line").intValue()).isEqualTo(2);
        assertThat(first.json().get("accepted").intValue()).as(first.body()).isEqualTo(2);
        assertThat(first.json().at("/rejected/0/line").intValue()).isEqualTo(3);
        assertThat(again.json().get("accepted").intValue()).isZero();
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(2);
    }

    @Test
    @Order(6)
    void bodiesThatDoNotFit_nameEveryFault() {
        Answer answer = calls.post(
                "/v1/listeners/ann/interactions", "{\"interactionId\": 7, \"type\": \"glance\", \"colour\": 1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsString("pointer"))
                .contains("/interactionId", "/type", "/colour", "/cardId", "/at");
    }

    @Test
    @Order(7)
    void somebodyUnknown_getsAPage_andItsRecord() {
        assertThat(listening.publishAll().json().get("accepted").intValue()).isEqualTo(MadeUpListening.ALBUMS);
        Eventually.await(() -> !shelvesOf(calls.home("stranger")).isEmpty());

        JsonNode page = calls.home("stranger");
        assertThat(page.get("profileSequence").intValue()).isEqualTo(-1);
        assertThat(shelvesOf(page)).contains("fresh");
        JsonNode decision = calls.decision(page);
        assertThat(decision.has("listenerId")).isFalse();
        assertThat(decision.get("status").stringValue()).isEqualTo("unconfirmed");
        assertThat(decision.get("receipt")).isEqualTo(page.get("receipt"));
    }

    @Test
    @Order(8)
    void whatAListenerJustDid_isOnTheirNextPage_andOnNearlyAllAfterIt() {
        String listener = IntStream.range(0, 100)
                .mapToObj(i -> "carl-" + i)
                .filter(name -> calls.home(name).path("arm").asString("").equals("model"))
                .findFirst()
                .orElseThrow();
        listening.awaitChoroOnPages();
        listening.playSome(listener, 60);
        assertThat(shelvesOf(calls.home(listener))).doesNotContain("tag:choro");

        long sequence = listening
                .play(listener, IntStream.range(290, 300))
                .json()
                .get("sequence")
                .longValue();

        JsonNode next = calls.home(listener);
        assertThat(next.get("profileSequence").longValue()).isEqualTo(sequence);
        assertThat(plannedShelves(calls.decision(next))).contains("tag:choro");
        List<JsonNode> with = IntStream.range(0, 200)
                .mapToObj(i -> calls.home(listener, "requestId=r" + i))
                .filter(page -> shelvesOf(page).contains("tag:choro"))
                .toList();
        assertThat(with).hasSizeGreaterThanOrEqualTo(190);
        assertThat(with).allMatch(page -> page.toString().contains("you played 10 tagged choro this week"));
    }

    @Test
    @Order(9)
    void aPlayFromAPage_isCreditedToItsSlot_andToNobodyElses() {
        listening.playSome("dora", 20);
        JsonNode page = calls.home("dora");
        String card = cardsOf(page).get(0);
        String elsewhere = IntStream.range(0, MadeUpListening.ALBUMS)
                .mapToObj(album -> "album-" + album)
                .filter(album -> !cardsOf(page).contains(album))
                .findFirst()
                .orElseThrow();

        Answer credited = calls.post("/v1/listeners/dora/interactions", creditedPlay("c1", card, page));
        Answer ofAnother = calls.post("/v1/listeners/ann/interactions", creditedPlay("c2", card, page));
        Answer notThere = calls.post("/v1/listeners/dora/interactions", creditedPlay("c3", elsewhere, page));

        assertThat(credited.status()).as(credited.body()).isEqualTo(201);
        assertThat(ofAnother.status()).isEqualTo(409);
        assertThat(notThere.status()).isEqualTo(409);
        JsonNode decision = calls.decision(page);
        assertThat(decision.get("listenerId").stringValue()).isEqualTo("dora");
        assertThat(decision.get("status").stringValue()).isEqualTo("confirmed");
        assertThat(decision.at("/interactions/0/interaction/creditedTo/shelfId"))
                .isEqualTo(page.at("/shelves/0/shelfId"));
        assertThat(calls.reproduction(page).get("identical").booleanValue()).isTrue();
    }

    @Test
    @Order(10)
    void aRequestThatIsRepeated_getsTheSamePage() {
        JsonNode first = calls.home("dora", "requestId=once&rows=3&columns=4");

        assertThat(calls.home("dora", "requestId=once&rows=3&columns=4")).isEqualTo(first);
        assertThat(first.get("shelves").size()).isLessThanOrEqualTo(3);
        Answer other = calls.get("/v1/listeners/dora/home?requestId=once&rows=4&columns=4");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("type").stringValue()).endsWith("request-id-reused");
    }

    @Test
    @Order(11)
    void theDecisionsOfAListener_areListedNewestFirst() {
        JsonNode newest = calls.get("/v1/listeners/dora/decisions?limit=1").json();
        JsonNode before = calls.get("/v1/listeners/dora/decisions?limit=100&cursor="
                        + newest.get("nextCursor").stringValue())
                .json();

        assertThat(newest.get("items").size()).isEqualTo(1);
        assertThat(before.get("items").size()).isEqualTo(1);
        assertThat(before.has("nextCursor")).isFalse();
        assertThat(newest.at("/items/0/servedAt").stringValue())
                .isGreaterThan(before.at("/items/0/servedAt").stringValue());
    }

    @Test
    @Order(12)
    void whatIsKnown_canBeReadAsItWas() {
        JsonNode now = calls.get("/v1/listeners/dora/profile").json();
        JsonNode then = calls.get("/v1/listeners/dora/profile?sequence=3").json();
        JsonNode events = calls.get("/v1/listeners/dora/events?limit=4").json();

        assertThat(now.get("features").get("plays28d").doubleValue())
                .isGreaterThan(then.get("features").get("plays28d").doubleValue());
        assertThat(then.get("sequence").intValue()).isEqualTo(3);
        assertThat(events.get("items").findValuesAsString("type").get(0)).isEqualTo("ListenerRegistered");
        assertThat(events.get("nextCursor").stringValue()).isNotEmpty();
        // The registration and the first plays were recorded together, the credited play after them.
        String before = now.get("registeredAt").stringValue();
        assertThat(now.get("sequence").intValue()).isEqualTo(21);
        assertThat(calls.get("/v1/listeners/dora/profile?at=" + before)
                        .json()
                        .get("sequence")
                        .intValue())
                .isEqualTo(20);
    }

    @Test
    @Order(13)
    void aCardThatChanged_canBeReadAsItWas() {
        String since = calls.get("/v1/cards/album-7").json().get("since").stringValue();
        listening.rename(7, "Album of another name");
        Eventually.await(() -> calls.get("/v1/cards/album-7").body().contains("another name"));

        assertThat(calls.get("/v1/cards/album-7?at=" + since).body()).contains("Album 7");
        assertThat(calls.get("/v1/cards/album-7?at=2001-01-01T00:00:00Z").status())
                .isEqualTo(404);
        assertThat(calls.get("/v1/shelves").json().get("items").findValuesAsString("shelfId"))
                .contains("popular", "recent", "fresh", "tag", "because", "similar");
    }

    @Test
    @Order(14)
    void queriesThatDoNotFit_areRefused_andServeNothing() {
        for (String query : List.of(
                "rows=0",
                "rows=21",
                "columns=51",
                "rows=many",
                "utcOffsetMinutes=1081",
                "row=3",
                "rows=1&rows=2",
                "surface=a%20b",
                "surface=%ff",
                "requestId=" + "x".repeat(129))) {
            Answer refused = calls.get("/v1/listeners/quiet/home?" + query);
            assertThat(refused.status()).as(query).isEqualTo(400);
            assertThat(refused.json().get("type").stringValue()).endsWith(":malformed");
        }
        assertThat(calls.get("/v1/listeners/" + "x".repeat(129) + "/home").status())
                .isEqualTo(400);
        assertThat(calls.head("/v1/listeners/quiet/home").status()).isEqualTo(405);
        assertThat(calls.get("/v1/listeners/quiet/decisions")
                        .json()
                        .get("items")
                        .size())
                .isZero();
        assertThat(calls.get("/v1/listeners/dora/decisions?cursor=abc").status())
                .isEqualTo(400);
        assertThat(calls.get("/v1/listeners/dora/profile?sequence=100000").status())
                .isEqualTo(400);
        String farAway = "%2B999999999-12-31T23:59:59Z";
        assertThat(calls.get("/v1/cards/album-7?at=" + farAway).status()).isEqualTo(400);
        assertThat(calls.get("/v1/listeners/dora/profile?at=" + farAway).status())
                .isEqualTo(400);
        assertThat(calls.get("/v1/cards/album-7?at=9999-12-31T23:59:59Z").status())
                .isEqualTo(200);
        assertThat(calls.get("/v1/listeners/nobody-at-all/events").status()).isEqualTo(404);
        assertThat(calls.get("/v1/decisions/invented").status()).isEqualTo(404);
        assertThat(calls.post("/v1/decisions/invented/reproduction", "").status())
                .isEqualTo(404);
    }

    @Test
    @Order(15)
    void manyPages_haveNoCardTwice_andCanBeDecidedAgain_whileTheCatalogueMovesOn() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 20; i++) {
                listening.playSome("many-" + i, 5);
                JsonNode page = calls.home("many-" + i);
                assertThat(hasNoCardTwice(page)).isTrue();
                SERVED.add(page);
            }
            listening.rename(round, "Renamed " + round);
            calls.delete("/v1/cards/album-" + (20 + round));
        }

        assertThat(SERVED)
                .allMatch(page -> calls.reproduction(page).get("identical").booleanValue());
        assertThat(SERVED.stream()
                        .map(page -> page.get("catalogVersion").longValue())
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    @Order(16)
    void whatWasAnswered_outlivesAnOrderlyEnd() throws InterruptedException {
        server.stop();
        assertThat(data.resolve("server.json")).doesNotExist();

        start();

        assertSameAsBefore();
    }

    @Test
    @Order(17)
    void whatWasAnswered_outlivesAKill() throws InterruptedException {
        Answer last = calls.post("/v1/listeners/ann/interactions", play("p3", "kind-of-blue"));
        server.kill();
        assertThat(last.status()).isEqualTo(201);
        assertThat(Files.exists(data.resolve("server.json"))).isTrue();

        start();

        assertSameAsBefore();
        assertThat(calls.post("/v1/listeners/ann/interactions", play("p3", "kind-of-blue"))
                        .json())
                .isEqualTo(duplicateAt(2));
    }

    private static void assertSameAsBefore() {
        assertThat(calls.put("/v1/cards/kind-of-blue", CARD)).isEqualTo(new Answer(200, "{\"changed\":false}"));
        Answer again = calls.post("/v1/listeners/ann/interactions", play("p1", "kind-of-blue"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("duplicates").intValue()).isEqualTo(1);
        assertThat(SERVED)
                .isNotEmpty()
                .allMatch(page -> calls.reproduction(page).get("identical").booleanValue());
        assertThat(calls.home("dora", "requestId=once&rows=3&columns=4").get("decisionId"))
                .isEqualTo(
                        calls.get("/v1/listeners/dora/decisions?limit=1").json().at("/items/0/decisionId"));
    }

    private static JsonNode duplicateAt(long sequence) {
        return JsonMapper.shared().readTree("{\"sequence\":" + sequence + ",\"recorded\":0,\"duplicates\":1}");
    }
}
