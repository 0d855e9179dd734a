/** What the tests of the command share: a platform that takes down what it is sent, archives made up on the spot, a terminal to read. */
@NullMarked
package dev.counterpoint.infra.cli.testing;

import org.jspecify.annotations.NullMarked;
