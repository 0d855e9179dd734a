/** The language and the mathematics of the platform: pure, and dependent on nothing but the JDK. */
@NullMarked
package dev.counterpoint.domain;

import org.jspecify.annotations.NullMarked;
