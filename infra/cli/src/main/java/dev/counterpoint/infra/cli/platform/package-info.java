/** The running platform as the command sees it: its data folder, its process, its public interface. */
@NullMarked
package dev.counterpoint.infra.cli.platform;

import org.jspecify.annotations.NullMarked;
