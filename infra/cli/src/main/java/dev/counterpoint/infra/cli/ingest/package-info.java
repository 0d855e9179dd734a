/** Pouring data sets into the platform so that any interruption can be continued and nothing is doubled. */
@NullMarked
package dev.counterpoint.infra.cli.ingest;

import org.jspecify.annotations.NullMarked;
