/** The HetRec 2011 Last.fm data set: what is in its archive, and what becomes of it. */
@NullMarked
package dev.counterpoint.infra.cli.lastfm;

import org.jspecify.annotations.NullMarked;
