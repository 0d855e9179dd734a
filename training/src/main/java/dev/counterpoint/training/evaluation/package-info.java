/** What a policy would have been worth on the pages that another one served: estimates, their errors, and when none may be given. */
@NullMarked
package dev.counterpoint.training.evaluation;

import org.jspecify.annotations.NullMarked;
