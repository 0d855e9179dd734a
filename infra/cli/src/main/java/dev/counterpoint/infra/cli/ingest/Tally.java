package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.platform.BulkAnswer;

/**
 * What became of the lines of one kind, over all runs of an import.
 *
 * @param settled how many need not be sent again: the sum of the others
 * @param accepted how many the platform did not have before
 * @param duplicates how many it had: of this import's own earlier runs, or of others
 * @param rejected how many it will never take
 */
record Tally(long settled, long accepted, long duplicates, long rejected) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally plus(BulkAnswer answer) {
        return new Tally(
                settled + answer.durableThrough(),
                accepted + answer.accepted(),
                duplicates + answer.duplicates(),
                rejected + answer.rejected().size());
    }
}
