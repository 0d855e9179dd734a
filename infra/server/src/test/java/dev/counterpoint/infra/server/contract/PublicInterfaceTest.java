package dev.counterpoint.infra.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** That the comparison can fail: without it, a description of nothing would pass. */
class PublicInterfaceTest {

    @Test
    void description_ofNothing_lacksAllThatIsPromisedByNow() {
        assertThat(PublicInterface.differences(JsonMapper.shared().readTree("{\"paths\": {}}")))
                .hasSize((int) PublicInterface.promised().stream()
                        .filter(call -> !call.isLater())
                        .count())
                .contains("GET /v1/shelves is missing");
    }

    @Test
    void description_thatDiffers_isNamedWithItsDifferences() {
        String description = """
                {"paths": {
                  "/v1/shelves": {"get": {"x-roles": ["client"], "parameters": [{"in": "query", "name": "limit"}],
                    "responses": {"200": {"content": {"application/json": {"schema": {"properties": {"items":
                      {"type": "array", "items": {"$ref": "#/components/schemas/Shelf"}}}}}}}}}},
                  "/v1/validations": {"get": {"responses": {}}},
                  "/v1/secret": {"get": {"responses": {}}}},
                 "components": {"schemas": {"Shelf": {"properties": {"shelfId": {}, "title": {}}}}}}""";

        assertThat(PublicInterface.differences(JsonMapper.shared().readTree(description)))
                .contains(
                        "GET /v1/shelves: role [publisher] is promised, [client] described",
                        "GET /v1/shelves: query [limit, cursor] is promised, [limit] described",
                        "GET /v1/shelves: answer has no items.maxCards",
                        "GET /v1/shelves does not say that errors are problems",
                        "GET /v1/validations is there, and marked later",
                        "GET /v1/secret is not promised")
                .doesNotContain("GET /v1/shelves: answer has no items.shelfId");
    }
}
