package dev.counterpoint.domain.profile;

import static dev.counterpoint.domain.profile.Streams.START;
import static dev.counterpoint.domain.profile.Streams.aCard;
import static dev.counterpoint.domain.profile.Streams.aPlayOf;
import static dev.counterpoint.domain.profile.Streams.anInteraction;
import static dev.counterpoint.domain.profile.Streams.onShelf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.Golden;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.listener.InteractionType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Guards the fold and its bytes: profiles are stored, and digests are taken over what they give. Where this fails, the fold has
 * changed: it needs a new {@link Profile#FOLD_VERSION} and a new file beside the old one.
 */
class ProfileGoldenTest {
    private static final String FILE = "profile-fold-" + Profile.FOLD_VERSION + ".hex";

    @Test
    void a_fixed_stream_folds_to_these_bytes() {
        String bytes = HexFormat.of().formatHex(ProfileBytes.encode(aFixedProfile()));

        assertThat(bytes.replaceAll("(.{64})", "$1\n").strip()).isEqualTo(Golden.textOf(FILE));
    }

    @Test
    void these_bytes_read_back_as_that_profile() {
        byte[] bytes = HexFormat.of().parseHex(Golden.textOf(FILE).replace("\n", ""));

        assertThat(ProfileBytes.decode(bytes)).isEqualTo(aFixedProfile());
    }

    /** What fold 1 had comes first, under another number of the fold. */
    @Test
    void the_bytes_of_the_first_fold_are_in_it() {
        byte[] first =
                HexFormat.of().parseHex(Golden.textOf("profile-fold-1.hex").replace("\n", ""));
        byte[] now = ProfileBytes.encode(aFixedProfile());

        assertThat(Arrays.copyOfRange(now, 2, first.length)).isEqualTo(Arrays.copyOfRange(first, 2, first.length));
        assertThatThrownBy(() -> ProfileBytes.decode(first)).isInstanceOf(UnreadableBytesException.class);
        assertThat(ProfileBytes.foldVersion(first)).isEqualTo(1);
    }

    private static Profile aFixedProfile() {
        var blue = aCard("blue", "jazz", "modal");
        var red = aCard("red", "rock", "élan");
        return Profile.empty()
                .applyAll(Streams.streamOf(List.of(
                        Streams.aRegistration(),
                        onShelf(anInteraction(InteractionType.IMPRESSION, blue, START), "tag:jazz"),
                        onShelf(anInteraction(InteractionType.IMPRESSION, red, START), "popular"),
                        onShelf(aPlayOf(blue, START.plusSeconds(61)), "tag:jazz"),
                        anInteraction(InteractionType.COMPLETE, blue, START.plusSeconds(300)),
                        anInteraction(InteractionType.SAVE, blue, START.plusSeconds(301)),
                        aPlayOf(red, START.plus(Duration.ofDays(3))),
                        anInteraction(
                                InteractionType.SKIP,
                                red,
                                START.plus(Duration.ofDays(3)).plusMillis(1_500)),
                        aPlayOf(aCard("late", "jazz"), START.plusSeconds(7)),
                        anInteraction(InteractionType.DISMISS, red, START.plus(Duration.ofDays(40))),
                        onShelf(
                                anInteraction(InteractionType.CLICK, blue, START.plus(Duration.ofDays(41))),
                                "recent"))));
    }
}
