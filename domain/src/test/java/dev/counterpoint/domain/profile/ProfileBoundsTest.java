package dev.counterpoint.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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

    /** As many rows as there can be, each with a name as long as all of them can be, all weights and all windows in use. */
    @Test
    void a_heavy_listener_of_many_things_with_long_names_stays_within_64_KiB() {
        Random random = new Random(3);
        Profile.Folder folder = Profile.empty().fold();
        folder.apply(Streams.recorded(0, Streams.START, Streams.aRegistration()));
        Instant at = Streams.START;
        int largest = 0;
        for (int i = 1; i <= INTERACTIONS; i++) {
            at = at.plusSeconds(25);
            folder.apply(Streams.recorded(i, at, aHeavyInteraction(random, i, at)));
            if (i % 500 == 0) {
                Profile profile = folder.profile();
                int bytes = ProfileBytes.encode(profile).length;
                largest = Math.max(largest, bytes);
                assertThat(bytes - windowBytes(profile))
                        .isLessThanOrEqualTo(Limits.mostBytesWithoutWindows(profile.state()));
            }
        }

        assertThat(largest).isBetween(LIMIT / 2, LIMIT);
    }

    @Test
    void windows_of_names_that_were_not_played_for_the_longest_time_go_first_where_names_are_long() {
        Profile.Folder folder = Profile.empty().fold();
        Instant at = Streams.START;
        for (int i = 0; i < 4_000; i++) {
            at = at.plusSeconds(900);
            folder.apply(Streams.recorded(i, at, aHeavyInteraction(new Random(i), i, at)));
        }
        Profile profile = folder.profile();

        List<AffinityEntry> rows = Stream.concat(
                        profile.state().tags.all().stream(), profile.state().creators.all().stream())
                .toList();
        long lastForgotten = rows.stream()
                .filter(row -> row.windows == null && row.plays != 0)
                .mapToLong(row -> row.day)
                .max()
                .orElseThrow();
        assertThat(rows).anyMatch(row -> row.windows != null);
        assertThat(rows).allMatch(row -> row.windows == null || row.day > lastForgotten);
    }

    private static int windowBytes(Profile profile) {
        return Stream.concat(profile.state().tags.all().stream(), profile.state().creators.all().stream())
                .filter(row -> row.windows != null)
                .mapToInt(row -> {
                    CanonicalWriter out = new CanonicalWriter();
                    WindowCounts.write(out, row.windows, AffinityEntry.WINDOWS.length, profile.state().lastRecordedAt);
                    return out.toBytes().length - AffinityEntry.WINDOWS.length;
                })
                .sum();
    }

    private static InteractionRecorded aHeavyInteraction(Random random, int i, Instant at) {
        InteractionType type = i % 3 == 0
                ? InteractionType.PLAY
                : InteractionType.values()[random.nextInt(InteractionType.values().length)];
        List<String> tags = new ArrayList<>();
        for (int tag = 0; tag < CardFacts.MAX_TAGS; tag++) {
            tags.add("t".repeat(30) + random.nextInt(330));
        }
        List<String> creators = List.of("c".repeat(20) + random.nextInt(170), "d".repeat(20) + random.nextInt(170));
        CardFacts card = new CardFacts(
                new CardId("k".repeat(10) + random.nextInt(2_000)), CardKind.values()[i % 7], creators, tags);
        InteractionRecorded plain = Streams.anInteraction(type, card, at);
        return Streams.onShelf(plain, "s".repeat(90) + random.nextInt(28));
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
