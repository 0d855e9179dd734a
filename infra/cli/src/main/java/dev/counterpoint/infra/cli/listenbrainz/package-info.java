/** ListenBrainz listens as its dumps hold them, and what becomes of them. */
@NullMarked
package dev.counterpoint.infra.cli.listenbrainz;

import org.jspecify.annotations.NullMarked;
