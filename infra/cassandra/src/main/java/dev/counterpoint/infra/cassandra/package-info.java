/** The platform's stores on Apache Cassandra, behind one factory. */
@NullMarked
package dev.counterpoint.infra.cassandra;

import org.jspecify.annotations.NullMarked;
