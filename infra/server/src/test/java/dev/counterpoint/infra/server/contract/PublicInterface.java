package dev.counterpoint.infra.server.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** The promised calls, and what a published description says of them. */
public final class PublicInterface {
    private static final String LATER = "later";

    private PublicInterface() {}

    /** A promised call; fields by path, such as {@code shelves.cards.why}. */
    record Call(
            String role, String method, String path, List<String> query, List<String> request, List<String> answer) {
        boolean isLater() {
            return role.equals(LATER);
        }

        String name() {
            return method + " " + path;
        }
    }

    static List<Call> promised() {
        try {
            return new ClassPathResource("public-interface.txt", PublicInterface.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(PublicInterface::parse)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Whatever a description lacks of what is promised, and what it has beyond it.
     *
     * @param description an OpenAPI document
     * @return empty if both agree
     */
    public static List<String> differences(JsonNode description) {
        List<String> differences = new ArrayList<>();
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> described.add(call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        for (Call call : promised()) {
            boolean isThere = described.remove(call.name());
            if (isThere == call.isLater()) {
                differences.add(call.name() + (isThere ? " is there, and marked later" : " is missing"));
            } else if (isThere) {
                compare(call, description, differences);
            }
        }
        described.forEach(call -> differences.add(call + " is not promised"));
        return differences;
    }

    private static void compare(Call call, JsonNode description, List<String> differences) {
        JsonNode operation = description.get("paths").get(call.path).get(call.method.toLowerCase(Locale.ROOT));
        expect(call, "role", List.of(call.role), texts(operation.path("x-roles")), differences);
        List<String> query = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.get("in").stringValue().equals("query")) {
                query.add(parameter.get("name").stringValue());
            }
        });
        expect(call, "query", call.query, query, differences);
        JsonNode body = anyContent(operation.path("requestBody"));
        call.request.forEach(field -> expectField(call, "request", field, body, description, differences));
        JsonNode responses = operation.get("responses");
        JsonNode answer = anyContent(succeeding(responses));
        call.answer.forEach(field -> expectField(call, "answer", field, answer, description, differences));
        if (!responses.path("default").path("content").has("application/problem+json")) {
            differences.add(call.name() + " does not say that errors are problems");
        }
    }

    private static void expect(
            Call call, String what, List<String> promised, List<String> described, List<String> differences) {
        if (!new TreeSet<>(promised).equals(new TreeSet<>(described))) {
            differences.add(call.name() + ": " + what + " " + promised + " is promised, " + described + " described");
        }
    }

    private static void expectField(
            Call call, String what, String path, JsonNode schema, JsonNode description, List<String> differences) {
        JsonNode at = schema;
        for (String name : path.split("\\.")) {
            at = resolved(at, description).path("properties").path(name);
        }
        if (at.isMissingNode()) {
            differences.add(call.name() + ": " + what + " has no " + path);
        }
    }

    /** The object that a schema means: behind references, lists and alternatives. */
    private static JsonNode resolved(JsonNode schema, JsonNode description) {
        JsonNode at = schema;
        while (at.has("$ref") || at.has("items") || at.has("oneOf")) {
            at = at.has("$ref")
                    ? description.at(at.get("$ref").stringValue().substring(1))
                    : at.has("items") ? at.get("items") : at.get("oneOf").get(0);
        }
        return at;
    }

    private static JsonNode succeeding(JsonNode responses) {
        return Stream.of("200", "201", "202")
                .filter(responses::has)
                .findFirst()
                .map(responses::get)
                .orElse(responses.path("200"));
    }

    private static JsonNode anyContent(JsonNode holder) {
        return holder.path("content").properties().stream()
                .findFirst()
                .map(content -> content.getValue().get("schema"))
                .orElse(holder.path("content"));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.stringValue()));
        return texts;
    }

    private static Call parse(String line) {
        String[] parts = Arrays.copyOf(line.split("\\|", -1), 5);
        String[] call = parts[1].strip().split(" ");
        return new Call(parts[0].strip(), call[0], call[1], words(parts[2]), words(parts[3]), words(parts[4]));
    }

    private static List<String> words(String part) {
        return part == null || part.isBlank() ? List.of() : List.of(part.strip().split(" +"));
    }
}
