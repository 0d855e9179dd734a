/** What the server keeps in its data folder: keys, and the card that says where it runs. */
@NullMarked
package dev.counterpoint.infra.server.data;

import org.jspecify.annotations.NullMarked;
