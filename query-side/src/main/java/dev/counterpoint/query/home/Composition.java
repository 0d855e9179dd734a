package dev.counterpoint.query.home;

import dev.counterpoint.domain.home.source.Rest;

/**
 * What goes together on a page, beyond what publishers say.
 *
 * @param calibration whether rows and columns are divided among media as the listener divides their plays
 * @param rest of cards that were seen often and not taken up
 */
public record Composition(boolean calibration, Rest rest) {}
