/** The listener: settings, interactions, and the events of one stream per listener. */
@NullMarked
package dev.counterpoint.domain.listener;

import org.jspecify.annotations.NullMarked;
