package dev.counterpoint.infra.kafka.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a stored object; one that is missing or of another type is an {@link IllegalArgumentException}. */
record Fields(JsonNode object) {

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is not a text");
        }
        return value.stringValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long whole(String name) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is not a whole number");
        }
        return value.longValue();
    }

    Optional<Long> optionalWhole(String name) {
        return has(name) ? Optional.of(whole(name)) : Optional.empty();
    }

    double number(String name) {
        JsonNode value = required(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " is not a number");
        }
        return value.doubleValue();
    }

    Optional<Double> optionalNumber(String name) {
        return has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    boolean truth(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(name + " is not true or false");
        }
        return value.booleanValue();
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException broken) {
            throw new IllegalArgumentException(name + " is not an instant", broken);
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isString()) {
                throw new IllegalArgumentException(name + " holds something else than texts");
            }
            texts.add(value.stringValue());
        }
        return texts;
    }

    /** None where the field is not there. */
    List<String> optionalTexts(String name) {
        return has(name) ? texts(name) : List.of();
    }

    Optional<float[]> optionalFloats(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode values = array(name);
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return Optional.of(floats);
    }

    List<Fields> inners(String name) {
        List<Fields> inners = new ArrayList<>();
        for (JsonNode value : array(name)) {
            inners.add(new Fields(value));
        }
        return inners;
    }

    Fields inner(String name) {
        return new Fields(required(name));
    }

    Optional<Fields> optionalInner(String name) {
        return has(name) ? Optional.of(inner(name)) : Optional.empty();
    }

    private boolean has(String name) {
        return object.hasNonNull(name);
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw new IllegalArgumentException(name + " is not a list");
        }
        return value;
    }

    private JsonNode required(String name) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
