/** The home page: what sources propose, decided by the policy, durable in the log of decisions before it is answered. */
@NullMarked
package dev.counterpoint.query.home;

import org.jspecify.annotations.NullMarked;
