/** Cards as they are and as they were. */
@NullMarked
package dev.counterpoint.infra.cassandra.cards;

import org.jspecify.annotations.NullMarked;
