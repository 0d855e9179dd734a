package dev.counterpoint.command.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.SmartHttpMessageConverter;

/**
 * Reads the JSON bodies of all controllers, wherever they take a record or a {@link OneOrMany} of records. Goes before the framework's
 * own converter, and writes nothing.
 */
public final class JsonBodyConverter implements SmartHttpMessageConverter<Object> {
    private final JsonBodies bodies;

    public JsonBodyConverter(JsonBodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        Class<?> body = type.toClass();
        return body.isRecord() && (mediaType == null || MediaType.APPLICATION_JSON.includes(mediaType));
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] utf8 = message.getBody().readAllBytes();
        return type.toClass() == OneOrMany.class
                ? bodies.readOneOrMany(utf8, type.getGeneric(0).toClass())
                : bodies.read(utf8, type.toClass());
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> valueClass, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public void write(
            Object body,
            ResolvableType type,
            @Nullable MediaType contentType,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new UnsupportedOperationException("this only reads");
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }
}
