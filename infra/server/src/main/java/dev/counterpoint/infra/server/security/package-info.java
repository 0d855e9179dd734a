/** Who may call what: keys, roles, and the refusal to be open to more than this machine. */
@NullMarked
package dev.counterpoint.infra.server.security;

import org.jspecify.annotations.NullMarked;
