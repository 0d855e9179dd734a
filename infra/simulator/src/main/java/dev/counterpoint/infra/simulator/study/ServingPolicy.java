package dev.counterpoint.infra.simulator.study;

import dev.counterpoint.domain.home.DrawingPolicy;
import dev.counterpoint.domain.model.Scorer;

/**
 * How pages are made: what orders, and how it is drawn.
 *
 * @param name for tables
 */
public record ServingPolicy(String name, Scorer scorer, DrawingPolicy drawing) {}
