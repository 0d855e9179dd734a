package dev.counterpoint.infra.cli.listenbrainz;

import dev.counterpoint.infra.cli.platform.CardLine;
import dev.counterpoint.infra.cli.platform.PlayLine;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One listen: who heard which recording, and when.
 *
 * @param userName as it stands in the dump
 * @param card of the recording
 */
public record Listen(String userName, Instant at, CardLine card) {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    /** A listen is known by listener, second and recording, as at its source. */
    public PlayLine play() {
        return new PlayLine(listenerId(), at.getEpochSecond() + "-" + card.cardId(), card.cardId(), at);
    }

    /** The name itself where it can be an id, else {@code lb~} and the first 16 bytes of its SHA-256. */
    private String listenerId() {
        return IDENTIFIER.matcher(userName).matches() ? userName : "lb~" + Digests.shortened(userName);
    }
}
