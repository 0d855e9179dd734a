@NullMarked
package dev.counterpoint.infra.benchmarks.page;

import org.jspecify.annotations.NullMarked;
