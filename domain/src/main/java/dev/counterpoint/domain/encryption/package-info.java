/** What is a listener's own is encrypted with a key of that listener: once the key is destroyed, nobody can read it any more. */
@NullMarked
package dev.counterpoint.domain.encryption;

import org.jspecify.annotations.NullMarked;
