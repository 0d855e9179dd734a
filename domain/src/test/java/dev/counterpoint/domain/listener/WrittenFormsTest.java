package dev.counterpoint.domain.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.SourceKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The written forms are stored and public: this list never changes, it only grows. */
class WrittenFormsTest {

    @Test
    void tiers() {
        assertThat(Arrays.stream(Tier.values()).map(Tier::written)).containsExactly("free", "free-shuffle", "premium");
        assertThat(Tier.parse("free-shuffle")).isEqualTo(Tier.FREE_SHUFFLE);
        assertThatIllegalArgumentException().isThrownBy(() -> Tier.parse("FREE"));
    }

    @Test
    void interactions() {
        assertThat(Arrays.stream(InteractionType.values()).map(InteractionType::written))
                .containsExactly("impression", "click", "play", "skip", "complete", "save", "dismiss");
        assertThat(InteractionType.parse("skip")).isEqualTo(InteractionType.SKIP);
    }

    @Test
    void kindsOfCard() {
        assertThat(Arrays.stream(CardKind.values()).map(CardKind::written))
                .containsExactly("track", "album", "artist", "playlist", "podcast", "episode", "audiobook");
        assertThat(CardKind.parse("episode")).isEqualTo(CardKind.EPISODE);
    }

    @Test
    void sources() {
        assertThat(SourceKind.ofShelves().stream().map(SourceKind::written))
                .containsExactly("popular", "recent", "similar", "because", "fresh", "tag", "pinned");
        assertThat(SourceKind.parse("because")).isEqualTo(SourceKind.BECAUSE);
        assertThat(SourceKind.parse("given")).isEqualTo(SourceKind.GIVEN);
    }

    @Test
    void settings_outsideTheirRanges_areRefused() {
        assertThat(ListenerSettings.defaults().tier()).isEqualTo(Tier.FREE);
        assertThat(ListenerSettings.defaults().personalization()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new ListenerSettings(Tier.FREE, "se", null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new ListenerSettings(Tier.FREE, null, 1899, true));
    }
}
