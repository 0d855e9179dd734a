package dev.counterpoint.query.home.source;

import dev.counterpoint.domain.profile.ProfileView;

/**
 * What sources propose from.
 *
 * @param listener what is known of them at the moment of the page
 * @param ranked the cards that may be placed, in the orders that sources need
 */
public record Situation(ProfileView listener, RankedCards ranked) {}
