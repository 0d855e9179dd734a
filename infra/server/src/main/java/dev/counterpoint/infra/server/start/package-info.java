/** How the process starts and ends: refusals in one sentence, the data folder, the line that says it is ready. */
@NullMarked
package dev.counterpoint.infra.server.start;

import org.jspecify.annotations.NullMarked;
