/** What every call passes on its way in and out: how strictly it is read, how large it may be, what it is called. */
@NullMarked
package dev.counterpoint.infra.server.edge;

import org.jspecify.annotations.NullMarked;
