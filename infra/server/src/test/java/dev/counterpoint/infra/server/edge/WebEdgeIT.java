package dev.counterpoint.infra.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebEdgeIT {
    private static final String NO_STORES = "--management.endpoint.health.validate-group-membership=false";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext open;
    private static ConfigurableApplicationContext keyed;

    @BeforeAll
    static void start() {
        open = SpringApplication.run(TestEndpoints.class, "--server.port=0", NO_STORES);
        keyed = SpringApplication.run(
                TestEndpoints.class,
                "--server.port=0",
                NO_STORES,
                "--counterpoint.keys[0].name=app",
                "--counterpoint.keys[0].key=client-key-0123456",
                "--counterpoint.keys[0].roles=client",
                "--counterpoint.keys[1].name=desk",
                "--counterpoint.keys[1].key=publisher-key-0123",
                "--counterpoint.keys[1].roles=publisher");
    }

    @AfterAll
    static void stop() {
        open.close();
        keyed.close();
    }

    @Test
    void aBodyThatFits_isRead() throws Exception {
        HttpResponse<String> answer = post("{\"name\":\"a\",\"inner\":{\"count\":1}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
    }

    @Test
    void aBodyThatDoesNotFit_isAProblemWithAPointer() throws Exception {
        assertFault(post("{\"name\":\"a\",\"inner\":{\"count\":1,\"colour\":2}}"), "/inner/colour");
        assertFault(post("{\"name\":\"a\",\"inner\":{\"count\":\"1\"}}"), "/inner/count");
        assertFault(post("{\"name\":7,\"inner\":{\"count\":1}}"), "/name");
        assertFault(post("{\"name\":\"a\",\"inner\":{\"count\":0}}"), "/inner/count");
        assertFault(post("{\"name\":\"a\",\"inner\":{\"count\":1.5}}"), "/inner/count");
        assertFault(post("{\"name\":\"a\",\"inner\":{\"count\":99999999999}}"), "/inner/count");
        assertFault(post("{\"name\":\"a\",\"inner\":[]}"), "/inner");
        for (String broken : List.of("{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":", "", "[]", "{} {}", "\u0000")) {
            assertProblem(post(broken), 400, "malformed");
        }
    }

    @Test
    void textThatIsNotUtf8_isMalformed() throws Exception {
        byte[] latin1 = "{\"name\":\"é\",\"inner\":{\"count\":1}}".getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(post(BodyPublishers.ofByteArray(latin1), "application/json"), 400, "malformed");
    }

    @Test
    void aBodyOverOneMebibyte_isTooLarge_withAndWithoutItsLength() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];
        BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large));

        assertProblem(post(BodyPublishers.ofByteArray(large), "application/json"), 413, "too-large");
        assertProblem(post(chunked, "application/json"), 413, "too-large");
    }

    @Test
    void aBodyOfTenMegabytes_isReadToItsEnd_soThatTheAnswerArrives() throws Exception {
        assertProblem(post(BodyPublishers.ofByteArray(new byte[10_000_000]), "application/json"), 413, "too-large");
    }

    @Test
    void parametersThatDoNotFit_areNamed() throws Exception {
        JsonNode mistyped = assertProblem(get("/test/parameters?rows=x"), 400, "malformed");
        assertThat(mistyped.at("/errors/0/detail").stringValue())
                .isEqualTo("the parameter rows must be a whole number in range, not \"x\"");
        assertThat(mistyped.at("/errors/0").has("pointer")).isFalse();

        assertThat(assertProblem(get("/test/parameters"), 400, "malformed")
                        .at("/errors/0/detail")
                        .stringValue())
                .isEqualTo("the parameter rows is missing");
        assertThat(assertProblem(get("/test/parameters?rows=0"), 400, "malformed")
                        .at("/errors/0/detail")
                        .stringValue())
                .startsWith("the parameter rows ");
        assertThat(get("/test/parameters?rows=1").statusCode()).isEqualTo(200);
    }

    @Test
    void parametersWithoutAValue_orTwice_orUnknown_areNamed() throws Exception {
        for (String query : List.of("rows=", "rows=1&rows=2")) {
            assertThat(assertProblem(get("/test/parameters?" + query), 400, "malformed")
                            .at("/errors/0/detail")
                            .stringValue())
                    .isEqualTo("the parameter rows must be given once, with a value");
        }
        assertThat(assertProblem(get("/test/parameters?rows=1&cols=2"), 400, "malformed")
                        .at("/errors/0/detail")
                        .stringValue())
                .isEqualTo("the parameter cols is not known here; known are [rows]");
    }

    @Test
    void oddNamesOfParameters_areUnknownOnes() throws Exception {
        for (String name : List.of("%00", "a%0ab", "%7f", "rows%00")) {
            assertThat(assertProblem(get("/test/parameters?rows=1&" + name + "=1"), 400, "malformed")
                            .at("/errors/0/detail")
                            .stringValue())
                    .endsWith("is not known here; known are [rows]");
        }
    }

    @Test
    void oddPathsAndMethods_areRefusedAsWhatTheyAre() throws Exception {
        for (String path : List.of("/test/parameters;a=b", "/test//parameters", "/test/a%0ab", "/%2e%2e/test")) {
            assertThat(get(path + "?rows=1").statusCode()).as(path).isEqualTo(400);
        }
        assertThat(raw("FOO /test/parameters?rows=1 HTTP/1.1"))
                .contains(" 400 ")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x3", "%2B3", "03", "%203", "3%20", "%D9%A3", "3.0", "3000000000", "99999999999999999999", "-"})
    void wholeNumbersInQueries_areWrittenAsInJson(String rows) throws Exception {
        assertProblem(get("/test/parameters?rows=" + rows), 400, "malformed");
    }

    @Test
    void storesThatAreAway_askToTryAgain() throws Exception {
        for (String how : List.of("contended", "driver")) {
            HttpResponse<String> answer = get("/test/refused/" + how);

            assertProblem(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void whatComesTooFast_isRefusedForAMoment() throws Exception {
        HttpResponse<String> answer = get("/test/refused/overloaded");

        assertProblem(answer, 503, "overloaded");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void whatCannotBeHadInThatForm_isNotAcceptable() throws Exception {
        HttpRequest request = request(open, "/test/parameters?rows=1")
                .header("Accept", "application/xml")
                .build();

        assertProblem(HTTP.send(request, BodyHandlers.ofString()), 406, "not-acceptable");
    }

    @Test
    void bulkLines_haveNoLimit() throws Exception {
        HttpResponse<String> answer = HTTP.send(
                request(open, "/test/lines")
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(new byte[3 << 20]))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Integer.toString(3 << 20));
    }

    @Test
    void refusals_haveTheirStatusAndType() throws Exception {
        assertProblem(get("/test/refused/NO_SUCH_CARD"), 404, "no-such-card");
        assertProblem(get("/test/refused/REQUEST_ID_REUSED"), 409, "request-id-reused");
        assertProblem(get("/test/refused/LISTENER_ERASED"), 410, "listener-erased");
        assertProblem(get("/test/refused/UNKNOWN_CARD"), 422, "unknown-card");
        assertProblem(get("/test/refused/MALFORMED"), 400, "malformed");
    }

    @Test
    void severalFaults_areAllListed_andTheLowestStatusAnswers() throws Exception {
        JsonNode problem = assertProblem(get("/test/refused/several"), 409, "card-not-on-page");

        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo("/0/cardId");
        assertThat(problem.at("/errors/1/detail").stringValue()).isEqualTo("card b was not on the page");
    }

    @Test
    void outcomeUnknown_asksForTheSameRequestAgain() throws Exception {
        HttpResponse<String> answer = get("/test/refused/unknown");

        assertProblem(answer, 503, "outcome-unknown");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void whatIsBrokenOnOurSide_isNotTold() throws Exception {
        HttpResponse<String> answer = get("/test/refused/broken");

        assertProblem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret").doesNotContain("IllegalState");
    }

    @Test
    void errorsBornOutsideOurCode_areProblemsToo() throws Exception {
        assertProblem(get("/no/such/place"), 404, "not-found");
        assertProblem(get("/test/body"), 405, "method-not-allowed");
        assertProblem(post(BodyPublishers.ofString("<a/>"), "application/xml"), 415, "unsupported-media-type");
        assertThat(raw("GET /%00 HTTP/1.1"))
                .contains("400")
                .contains("application/problem+json")
                .contains("X-Correlation-Id: ")
                .doesNotContain("html");
        assertThat(raw("GET /test/[bad] HTTP/1.1")).contains("400").doesNotContain("html");
    }

    @Test
    void correlationId_isTakenOverIfItIsSane() throws Exception {
        assertThat(correlation("abc-1")).isEqualTo("abc-1");
        assertThat(correlation("a b\"c")).isNotEqualTo("a b\"c").hasSize(36);
        assertThat(correlation("x".repeat(129))).hasSize(36);
    }

    @Test
    void withKeys_aCallNeedsOneWithTheRole() throws Exception {
        assertProblem(getKeyed("/test/refused/NO_SUCH_CARD", null), 401, "unauthenticated");
        assertProblem(getKeyed("/test/refused/NO_SUCH_CARD", "wrong-key-01234567"), 401, "unauthenticated");
        assertProblem(getKeyed("/test/refused/NO_SUCH_CARD", "publisher-key-0123"), 403, "forbidden");
        assertProblem(getKeyed("/test/parameters?rows=x&cols=1", "publisher-key-0123"), 403, "forbidden");
        assertProblem(getKeyed("/test/nobodys", "client-key-0123456"), 403, "forbidden");
        assertProblem(getKeyed("/test/refused/NO_SUCH_CARD", "client-key-0123456"), 404, "no-such-card");
        assertProblem(getKeyed("/actuator/prometheus", "client-key-0123456"), 403, "forbidden");
        assertThat(getKeyed("/actuator/health", null).statusCode()).isEqualTo(200);
    }

    private static void assertFault(HttpResponse<String> answer, String pointer) {
        JsonNode problem = assertProblem(answer, 400, "malformed");
        assertThat(problem.at("/errors/0/pointer").stringValue())
                .as(answer.body())
                .isEqualTo(pointer);
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:counterpoint:problem:" + type);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotEmpty();
        assertThat(problem.get("instance").stringValue()).startsWith("/");
        return problem;
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return post(BodyPublishers.ofString(body), "application/json");
    }

    private static HttpResponse<String> post(BodyPublisher body, String type) throws Exception {
        return HTTP.send(
                request(open, "/test/body")
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(open, path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> getKeyed(String path, String key) throws Exception {
        HttpRequest.Builder request = request(keyed, path);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static String correlation(String given) throws Exception {
        HttpRequest request = request(open, "/actuator/health")
                .header("X-Correlation-Id", given)
                .build();
        return HTTP.send(request, BodyHandlers.ofString())
                .headers()
                .firstValue("X-Correlation-Id")
                .orElseThrow();
    }

    /** What no client library would send. */
    private static String raw(String firstLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port(open))) {
            socket.getOutputStream()
                    .write((firstLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return StandardCharsets.UTF_8
                    .decode(ByteBuffer.wrap(socket.getInputStream().readAllBytes()))
                    .toString();
        }
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext server, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(server) + path));
    }

    private static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
