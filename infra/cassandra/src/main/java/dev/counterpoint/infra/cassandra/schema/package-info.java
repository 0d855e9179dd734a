/** The tables: numbered migrations, applied once, by one process at a time. */
@NullMarked
package dev.counterpoint.infra.cassandra.schema;

import org.jspecify.annotations.NullMarked;
