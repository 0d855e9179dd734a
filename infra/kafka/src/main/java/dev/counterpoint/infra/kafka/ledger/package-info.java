/** The ledger of erasures as a topic that keeps the last record of each key for ever. */
@NullMarked
package dev.counterpoint.infra.kafka.ledger;

import org.jspecify.annotations.NullMarked;
