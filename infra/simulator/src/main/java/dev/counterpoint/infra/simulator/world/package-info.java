/** Catalogues to listen to where none was imported. */
@NullMarked
package dev.counterpoint.infra.simulator.world;

import org.jspecify.annotations.NullMarked;
