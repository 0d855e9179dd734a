package dev.counterpoint.training.embedding;

import dev.counterpoint.domain.embedding.CardVectors;
import dev.counterpoint.domain.model.ModelCard.FitSummary;

/**
 * Learned vectors, and how they came to be.
 *
 * @param fit rows are pairs of a listener and a card
 */
public record FittedVectors(CardVectors vectors, FitSummary fit) {}
