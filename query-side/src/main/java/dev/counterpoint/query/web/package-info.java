/** What the query side's endpoints have in common: names in paths, pages of lists, the written forms of what several answers hold. */
@NullMarked
package dev.counterpoint.query.web;

import org.jspecify.annotations.NullMarked;
