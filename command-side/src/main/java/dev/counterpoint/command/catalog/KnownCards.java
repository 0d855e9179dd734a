package dev.counterpoint.command.catalog;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import java.util.Optional;

/** Which cards were ever published, retired ones too. Thread-safe. A card whose publication was answered is known. */
public interface KnownCards {

    /** What an interaction with the card carries of it, as of about now. */
    Optional<CardFacts> find(CardId cardId);
}
