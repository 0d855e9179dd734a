package dev.counterpoint.infra.server.platform;

import static dev.counterpoint.infra.server.platform.PageReading.meanScore;
import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.infra.server.platform.Calls.Answer;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What home pages and rankings answer to, over HTTP, on real embedded servers. */
class HomeIT {
    @TempDir
    private static Path data;

    private static ServerProcess server;
    private static Calls calls;
    private static MadeUpListening listening;

    @BeforeAll
    static void startWithACatalogue() {
        server = ServerProcess.start(
                data, "--counterpoint.statistics.interval=1s", "--counterpoint.home.exploration.free=2");
        calls = server.calls();
        listening = new MadeUpListening(calls);
        listening.publishAll();
        listening.awaitChoroOnPages();
        Eventually.await(() ->
                calls.post("/v1/listeners/scout/ranking", body(albums(0, 300))).status() == 200);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Test
    void givenCards_areRanked_recorded_andReproduced() {
        listening.playSome("rita", 40);

        JsonNode drawn = ranked("rita", body(albums(0, 50)));
        JsonNode ordered = ranked("rita", body(albums(0, 300)));

        assertThat(drawn.get("cards").size()).isEqualTo(50);
        assertThat(drawn.at("/cards/0/marginalPropensity").doubleValue()).isBetween(0.0004, 0.9999);
        assertThat(ordered.get("cards").size()).isEqualTo(300);
        assertThat(ordered.at("/cards/0/propensity").doubleValue()).isEqualTo(1);
        assertThat(ordered.has("arm")).isFalse();
        assertThat(calls.decision(drawn).get("receipt")).isEqualTo(drawn.get("receipt"));
        assertThat(calls.reproduction(drawn).get("identical").booleanValue()).isTrue();
        assertThat(calls.reproduction(ordered).get("identical").booleanValue()).isTrue();
    }

    @Test
    void aPlayFromARanking_isCreditedToItsPlace() {
        JsonNode ranking = ranked("sara", body(albums(10, 20)));
        String first = ranking.at("/cards/0/cardId").stringValue();

        Answer credited =
                calls.post("/v1/listeners/sara/interactions", MadeUpListening.creditedPlay("s1", first, ranking));

        assertThat(credited.status()).as(credited.body()).isEqualTo(201);
        assertThat(calls.decision(ranking)
                        .at("/interactions/0/interaction/creditedTo/shelfId")
                        .stringValue())
                .isEqualTo("given");
    }

    @Test
    void rankingsThatDoNotFit_areRefused_andLeaveNoTrace() {
        assertRefused(400, "/cards/1", "{\"cards\": [\"album-1\", \"album-1\"]}");
        assertRefused(400, "/cards", "{\"cards\": []}");
        assertRefused(400, "/cards", body(albums(0, 1_001)));
        assertRefused(400, "/cards/0", "{\"cards\": [\"a b\"]}");
        assertRefused(400, "/cards/0", "{\"cards\": [7]}");
        assertRefused(400, "/card", "{\"card\": [\"album-1\"]}");
        assertRefused(400, "/context/surfase", "{\"cards\": [\"album-1\"], \"context\": {\"surfase\": \"tv\"}}");
        assertRefused(
                400,
                "/context/utcOffsetMinutes",
                "{\"cards\": [\"album-1\"], \"context\": {\"utcOffsetMinutes\": 1081}}");
        assertRefused(422, "/cards/0", "{\"cards\": [\"nowhere\"]}");

        assertThat(calls.get("/v1/listeners/tina/decisions").json().get("items").size())
                .isZero();
    }

    @Test
    void aRetiredCard_isLeftOutOfARanking_andNamed() {
        calls.delete("/v1/cards/album-299");

        Eventually.await(() ->
                ranked("uwe", body(albums(297, 300))).get("retired").toString().equals("[\"album-299\"]"));
        assertThat(ranked("uwe", body(albums(297, 300))).get("cards").size()).isEqualTo(2);
    }

    @Test
    void premium_isExploredLess_andGetsMoreOfWhatIsNew() {
        listening.playSome("xenia", 40);
        JsonNode free = calls.home("xenia");
        calls.put("/v1/listeners/xenia", "{\"tier\": \"premium\", \"country\": \"SE\"}");
        JsonNode premium = calls.home("xenia");

        assertThat(free.at("/policy/epsilon").doubleValue()).isEqualTo(0.1);
        assertThat(premium.at("/policy/epsilon").doubleValue()).isEqualTo(0.05);
        assertThat(meanScore(calls.decision(premium), "fresh")).isGreaterThan(meanScore(calls.decision(free), "fresh"));
        assertThat(reasons(free)).doesNotContain("suits those who have premium");
        awaitReason("xenia", "surface=phone", "suits those who have premium");
    }

    @Test
    void whatSuitsTheHour_standsHigher_andSaysSo() {
        listening.playSome("yara", 40);

        JsonNode morning =
                awaitReason("yara", "surface=phone&rows=8&utcOffsetMinutes=" + offsetTo(8), "suits the morning");
        JsonNode night =
                awaitReason("yara", "surface=phone&rows=8&utcOffsetMinutes=" + offsetTo(23), "suits the night");

        assertThat(reasons(morning)).doesNotContain("suits the night");
        assertThat(reasons(night)).doesNotContain("suits the morning");
        assertThat(calls.reproduction(morning).get("identical").booleanValue()).isTrue();
    }

    @Test
    void afterAStreakOfSkips_somethingElseStandsHigher_andSaysSo() {
        listening.playSome("zora", 40);
        JsonNode before = calls.home("zora");
        listening.skip("zora", IntStream.range(0, 4));

        awaitReason("zora", "surface=phone", "something else, since you skipped the last 4");

        assertThat(reasons(before)).noneMatch(reason -> reason.contains("skipped"));
    }

    private static JsonNode awaitReason(String listener, String query, String reason) {
        return Eventually.find(
                () -> calls.home(listener, query), page -> reasons(page).contains(reason));
    }

    private static List<String> reasons(JsonNode page) {
        return page.get("shelves").findValues("why").stream()
                .flatMap(why -> why.valueStream().map(JsonNode::stringValue))
                .toList();
    }

    /** The difference from UTC, in minutes, of a place where it is this hour now. */
    private static int offsetTo(int hour) {
        int now = LocalTime.now(ZoneOffset.UTC).toSecondOfDay() / 60;
        return Math.floorMod(hour * 60 - now + 720, 1_440) - 720;
    }

    private static void assertRefused(int status, String pointer, String body) {
        Answer answer = calls.post("/v1/listeners/tina/ranking", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("errors").findValuesAsString("pointer")).contains(pointer);
    }

    private static JsonNode ranked(String listener, String body) {
        Answer answer = calls.post("/v1/listeners/" + listener + "/ranking", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String body(List<String> cards) {
        return cards.stream().collect(Collectors.joining("\", \"", "{\"cards\": [\"", "\"]}"));
    }

    private static List<String> albums(int from, int to) {
        return IntStream.range(from, to).mapToObj(album -> "album-" + album).toList();
    }
}
