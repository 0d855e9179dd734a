package dev.counterpoint.command.listener.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.counterpoint.command.listener.InteractionImport.Claimed;
import dev.counterpoint.command.web.Words;
import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.listener.ListenerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** An interaction with its listener, as it stands in a line of an import. */
@Schema(name = "InteractionLine")
record InteractionLine(
        @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER)
        String listenerId,

        @JsonUnwrapped @NotNull @Valid InteractionBody interaction) {

    Claimed toClaimed() {
        return new Claimed(new ListenerId(listenerId), interaction.toClaim(""));
    }
}
