/** What listeners are like and how they act on a page: the truth that models try to learn. */
@NullMarked
package dev.counterpoint.infra.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
