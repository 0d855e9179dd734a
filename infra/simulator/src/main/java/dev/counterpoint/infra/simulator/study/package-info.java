/** Weeks of listening in one process, over the domain alone, with exact values of policies. */
@NullMarked
package dev.counterpoint.infra.simulator.study;

import org.jspecify.annotations.NullMarked;
