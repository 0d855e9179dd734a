package dev.counterpoint.command.web;

import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.domain.time.PlatformClock;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotNull;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into records: first the form, by the record's components, then the ranges, by their Jakarta annotations. All faults of a body
 * are told at once, each with its pointer. Thread-safe.
 */
public final class JsonBodies {
    private final JsonFactory json = new JsonFactory();
    private final Validator validator;
    private final Map<Class<?>, RecordReader> readers = new ConcurrentHashMap<>();

    /** @param clock what "now" is for constraints on times */
    public JsonBodies(PlatformClock clock) {
        ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .clockProvider(() -> new ClockOfPlatform(clock))
                .buildValidatorFactory();
        this.validator = factory.getValidator();
    }

    /**
     * Reads one object.
     *
     * @throws RequestRefusedException with all faults, if there is any
     */
    public <T> T read(byte[] utf8, Class<T> type) {
        Faults faults = new Faults();
        RecordReader reader = reader(type);
        Object body = parse(utf8, reader, faults);
        if (body != null) {
            check(body, reader, "", faults);
        }
        faults.raise();
        return type.cast(Objects.requireNonNull(body));
    }

    /**
     * Reads one object, or an array of 1 to 100 of them.
     *
     * @throws RequestRefusedException with all faults, if there is any
     */
    public <T> OneOrMany<T> readOneOrMany(byte[] utf8, Class<T> type) {
        Faults faults = new Faults();
        RecordReader reader = reader(type);
        Object body = parse(utf8, new OneOrManyReader(reader), faults);
        if (body instanceof OneOrMany<?> read) {
            for (int i = 0; i < read.items().size(); i++) {
                check(read.items().get(i), reader, read.pointer(i), faults);
            }
        }
        faults.raise();
        OneOrMany<?> whole = (OneOrMany<?>) Objects.requireNonNull(body);
        return new OneOrMany<>(whole.items().stream().map(type::cast).toList(), whole.isArray());
    }

    private RecordReader reader(Class<?> type) {
        RecordReader present = readers.get(type);
        return present == null ? readers.computeIfAbsent(type, RecordReader::new) : present;
    }

    private @Nullable Object parse(byte[] utf8, ValueReader reader, Faults faults) {
        try (JsonParser in = json.createParser(ObjectReadContext.empty(), text(utf8))) {
            if (in.nextToken() == null) {
                faults.add("", "must be " + reader.expected() + ", not nothing");
                return null;
            }
            Object body = reader.read(in, "", faults);
            if (in.nextToken() != null) {
                faults.add("", "must be one JSON value, but something follows it");
            }
            return body;
        } catch (CharacterCodingException notUtf8) {
            faults.add("", "must be UTF-8");
        } catch (JacksonException notJson) {
            faults.add("", described(notJson.getLocation()));
        }
        return null;
    }

    /** @param where null where the text is JSON so far, and more than the parser takes */
    private String described(@Nullable TokenStreamLocation where) {
        if (where != null) {
            return "must be JSON, and is not at line " + where.getLineNr() + ", column " + where.getColumnNr();
        }
        StreamReadConstraints limits = json.streamReadConstraints();
        return "must be JSON within limits: nested at most " + limits.getMaxNestingDepth()
                + " deep, numbers of at most " + limits.getMaxNumberLength() + " digits, names of at most "
                + limits.getMaxNameLength() + " characters";
    }

    /** Strictly: the parser's own decoding lets some sequences pass that are not UTF-8. */
    private static String text(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private void check(Object body, RecordReader reader, String pointer, Faults faults) {
        for (ConstraintViolation<Object> violation : validator.validate(body)) {
            String at = pointer + pointer(violation.getPropertyPath(), reader);
            boolean told = violation.getConstraintDescriptor().getAnnotation() instanceof NotNull || faults.at(at);
            if (!told) {
                faults.add(at, violation.getMessage() + found(violation.getInvalidValue()));
            }
        }
    }

    private static String found(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return ", not " + list.size();
        }
        if (value instanceof String text) {
            return ", not " + Faults.quoted(text);
        }
        return value == null ? "" : ", not " + value;
    }

    private static String pointer(Path path, RecordReader reader) {
        StringBuilder pointer = new StringBuilder();
        boolean outermost = true;
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            boolean step = node.getKind() == ElementKind.PROPERTY;
            if (step && !(outermost && reader.isUnwrapped(node.getName()))) {
                pointer.append('/').append(node.getName());
            }
            outermost = false;
        }
        return pointer.toString();
    }

    /** Reads either form. */
    private record OneOrManyReader(RecordReader item) implements ValueReader {
        @Override
        public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
            if (in.currentToken() == JsonToken.START_ARRAY) {
                return many(in, faults);
            }
            Object one =
                    in.currentToken() == JsonToken.START_OBJECT ? item.read(in, "", faults) : refuse(in, "", faults);
            return one == null ? null : new OneOrMany<>(List.of(one), false);
        }

        private @Nullable Object many(JsonParser in, Faults faults) {
            List<?> items = (List<?>) new ListReader(item).read(in, "", faults);
            if (items == null) {
                return null;
            }
            if (items.isEmpty() || items.size() > OneOrMany.MOST) {
                faults.add("", "must be 1 to " + OneOrMany.MOST + ", not " + items.size());
            }
            return new OneOrMany<>(items, true);
        }

        @Override
        public String expected() {
            return "an object or an array of objects";
        }
    }
}
