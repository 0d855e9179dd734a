/** Measures the platform as its users have it: started by the command, reached over HTTP, in processes of its own. */
@NullMarked
package dev.counterpoint.infra.benchmarks;

import org.jspecify.annotations.NullMarked;
