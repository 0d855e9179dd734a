package dev.counterpoint.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileBoundsTest {
    private static final int LIMIT = 64 * 1024;
    private static final int INTERACTIONS = 100_000;

    @Test
    void a_hundred_thousand_usual_interactions_stay_within_64_KiB() {
        Profile profile = Profile.empty().applyAll(Streams.aLife(1, INTERACTIONS, 5_000, 3_000));

        assertThat(ProfileBytes.encode(profile)).hasSizeLessThan(32 * 1024);
        assertThat(profile.sequence()).isEqualTo(INTERACTIONS);
    }

    @Test
    void the_longest_names_everywhere_stay_within_64_KiB() {
        Random random = new Random(2);
        Profile.Folder folder = Profile.empty().fold();
        int largest = 0;
        for (int i = 0; i < INTERACTIONS; i++) {
            folder.apply(Streams.recorded(i, Streams.START.plusSeconds(i), aWideInteraction(random, i)));
            if (i % 1_000 == 0) {
                largest = Math.max(largest, ProfileBytes.encode(folder.profile()).length);
            }
        }

        assertThat(largest).isBetween(LIMIT / 4, LIMIT);
    }

    private static InteractionRecorded aWideInteraction(Random random, int i) {
        InteractionType type = InteractionType.values()[random.nextInt(InteractionType.values().length)];
        List<String> creators = names(random, 32, i % 3 == 0 ? 4 : 128);
        List<String> tags = names(random, CardFacts.MAX_TAGS, i % 5 == 0 ? 10 : 128);
        String id = "c".repeat(i % 2 == 0 ? 110 : 20) + random.nextInt(100_000);
        CardFacts card = new CardFacts(new CardId(id), CardKind.TRACK, creators, tags);
        InteractionRecorded plain = Streams.anInteraction(type, card, Streams.START.plusSeconds(i));
        return Streams.onShelf(plain, "s".repeat(120) + random.nextInt(100));
    }

    private static List<String> names(Random random, int count, int length) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("漢".repeat(length - 4) + (1_000 + random.nextInt(9_000)));
        }
        return names;
    }
}
