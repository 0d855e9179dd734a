package dev.counterpoint.domain.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.Medium;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.profile.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final double FLOATS = 1e-6;

    @Test
    void of_somebody_new_nothing_is_known() {
        assertThat(Calibration.of(Profile.empty().at(NOW))).isEmpty();
        assertThat(Calibration.of(played(CardKind.TRACK, CardKind.TRACK).at(NOW)))
                .isEmpty();
    }

    @Test
    void shares_are_those_of_the_plays_with_one_more_of_each_medium() {
        Calibration known = Calibration.of(
                        played(CardKind.TRACK, CardKind.ALBUM, CardKind.ARTIST, CardKind.PLAYLIST, CardKind.EPISODE)
                                .at(NOW))
                .orElseThrow();

        assertThat(known.shareOf(Medium.MUSIC)).isCloseTo(5 / 8.0, within(FLOATS));
        assertThat(known.shareOf(Medium.PODCAST)).isCloseTo(2 / 8.0, within(FLOATS));
        assertThat(known.shareOf(Medium.AUDIOBOOK)).isCloseTo(1 / 8.0, within(FLOATS));
    }

    private static Profile played(CardKind... kinds) {
        Profile profile = Profile.empty();
        for (int i = 0; i < kinds.length; i++) {
            profile = profile.apply(new RecordedEvent(
                    StreamId.ofListener("somebody"),
                    i,
                    new UUID(0, i),
                    NOW,
                    new InteractionRecorded(
                            new InteractionId("i" + i),
                            InteractionType.PLAY,
                            new CardFacts(new CardId("card-" + i), kinds[i], List.of(), List.of()),
                            NOW,
                            null,
                            null),
                    Map.of()));
        }
        return profile;
    }
}
