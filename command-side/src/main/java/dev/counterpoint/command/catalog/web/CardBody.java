package dev.counterpoint.command.catalog.web;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Embedding;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A card as its publisher writes it. */
@Schema(name = "Card")
record CardBody(
        @NotNull
        @Schema(
                type = "string",
                allowableValues = {"track", "album", "artist", "playlist", "podcast", "episode", "audiobook"})
        CardKind kind,

        @NotNull @Size(min = 1, max = Card.MAX_TITLE, message = "must have 1 to 500 characters")
        String title,

        @Size(max = Card.MAX_CREATORS, message = "must be at most 32") @Nullable
        List<@Size(min = 1, max = MAX_CREATOR_LENGTH, message = "must have 1 to 200 characters") String> creators,

        @Size(max = Card.MAX_TAGS, message = "must be at most 512")
        @Schema(description = "the most telling first")
        @Nullable
        List<@Size(min = 1, max = Card.MAX_TAG_LENGTH, message = "must have 1 to 128 characters") String> tags,

        @NotNull Instant publishedAt,
        @Nullable Boolean explicit,

        @Size(min = Embedding.DIMENSIONS, max = Embedding.DIMENSIONS, message = "must be 64 numbers") @Nullable
        List<Float> embedding) {
    static final int MAX_CREATOR_LENGTH = 200;

    Card toCard(CardId cardId) {
        return new Card(
                cardId,
                kind,
                title,
                Objects.requireNonNullElse(creators, List.of()),
                Objects.requireNonNullElse(tags, List.of()),
                publishedAt,
                Boolean.TRUE.equals(explicit),
                embedding == null ? null : toEmbedding(embedding));
    }

    private static Embedding toEmbedding(List<Float> numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        return new Embedding(values);
    }
}
