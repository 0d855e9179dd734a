package dev.counterpoint.infra.cli.platform;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * A card as the catalogue takes it. What exceeds the limits of the contract is cut on the way in.
 *
 * @param kind e.g. {@code artist}
 * @param title cut to 500 characters
 * @param creators the first 32, each cut to 200 characters
 * @param tags the first 512, the most telling first; those of more than 128 characters are left out
 */
public record CardLine(
        String cardId, String kind, String title, List<String> creators, List<String> tags, Instant publishedAt)
        implements BulkLine {
    private static final int MAX_TITLE = 500;
    private static final int MAX_CREATORS = 32;
    private static final int MAX_CREATOR_LENGTH = 200;
    private static final int MAX_TAGS = 512;
    private static final int MAX_TAG_LENGTH = 128;

    public CardLine {
        title = cut(title, MAX_TITLE);
        creators = creators.stream()
                .limit(MAX_CREATORS)
                .map(creator -> cut(creator, MAX_CREATOR_LENGTH))
                .toList();
        tags = tags.stream()
                .filter(tag -> !tag.isEmpty() && tag.length() <= MAX_TAG_LENGTH)
                .limit(MAX_TAGS)
                .toList();
    }

    @Override
    public void writeTo(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("cardId", cardId);
        json.writeStringProperty("kind", kind);
        json.writeStringProperty("title", title);
        write(json, "creators", creators);
        write(json, "tags", tags);
        json.writeStringProperty("publishedAt", publishedAt.toString());
        json.writeBooleanProperty("explicit", false);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Never between the two halves of a character beyond the basic plane. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
