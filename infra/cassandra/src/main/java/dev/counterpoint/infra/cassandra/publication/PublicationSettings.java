package dev.counterpoint.infra.cassandra.publication;

import java.time.Duration;

/**
 * The times of publication.
 *
 * @param lease after which a process that does not say that it lives counts as dead
 * @param unsettledFor how long a stalled append could still land: intents are looked after for that long
 * @param sweepEvery how often what did not arrive is looked for
 */
public record PublicationSettings(Duration lease, Duration unsettledFor, Duration sweepEvery) {
    public static final PublicationSettings STANDARD =
            new PublicationSettings(Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(2));

    public PublicationSettings {
        if (lease.toSeconds() < 1 || unsettledFor.isNegative() || sweepEvery.isNegative() || sweepEvery.isZero()) {
            throw new IllegalArgumentException("a lease has a second at least, the other times are not negative: "
                    + lease + ", " + unsettledFor + ", " + sweepEvery);
        }
    }
}
