/** Publication that loses nothing: intents written before appends, and what sweeps up behind processes that died in between. */
@NullMarked
package dev.counterpoint.infra.cassandra.publication;

import org.jspecify.annotations.NullMarked;
