/** What all listeners together did, as versions: counted and cut by one process at a time, followed by all. */
@NullMarked
package dev.counterpoint.query.statistics;

import org.jspecify.annotations.NullMarked;
