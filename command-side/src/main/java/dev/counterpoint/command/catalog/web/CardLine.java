package dev.counterpoint.command.catalog.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.counterpoint.command.web.Words;
import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.identity.Identifiers;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A card with its id, as it stands in a line of an import. */
@Schema(name = "CardLine")
record CardLine(
        @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER)
        String cardId,

        @JsonUnwrapped @NotNull @Valid CardBody card) {

    Card toCard() {
        return card.toCard(new CardId(cardId));
    }
}
