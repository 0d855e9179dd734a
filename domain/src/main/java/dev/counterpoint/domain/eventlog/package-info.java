/** The log of streams as it is stored: appends and their limits, envelopes, and the hashes that chain them. */
@NullMarked
package dev.counterpoint.domain.eventlog;

import org.jspecify.annotations.NullMarked;
