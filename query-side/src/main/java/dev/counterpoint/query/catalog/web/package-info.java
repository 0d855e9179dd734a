/** Cards and shelves over HTTP. */
@NullMarked
package dev.counterpoint.query.catalog.web;

import org.jspecify.annotations.NullMarked;
