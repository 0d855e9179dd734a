/** What is known of listeners: projected profiles, and what was recorded since. */
@NullMarked
package dev.counterpoint.query.profile;

import org.jspecify.annotations.NullMarked;
