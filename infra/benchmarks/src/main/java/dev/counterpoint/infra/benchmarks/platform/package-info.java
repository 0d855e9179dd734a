/** A platform in a folder of its own: started, called, watched, killed. */
@NullMarked
package dev.counterpoint.infra.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
