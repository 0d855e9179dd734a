package dev.counterpoint.command.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.command.stream.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RecentInteractionsProperties {
    private record Pair(Fingerprint id, long content) {}

    @Property(tries = 100)
    void knows_the_last_4096_and_no_other(@ForAll @IntRange(max = 10_000) int added, @ForAll long seed) {
        RecentInteractions recent = new RecentInteractions();
        Deque<Pair> naive = new ArrayDeque<>();
        for (int i = 0; i < added; i++) {
            Pair pair = new Pair(Fingerprint.of(seed + "/" + i), seed * i);
            recent.add(pair.id(), pair.content());
            naive.addLast(pair);
            if (naive.size() > RecentInteractions.CAPACITY) {
                Pair gone = naive.removeFirst();
                if (i % 97 == 0) {
                    assertThat(recent.contentOf(gone.id())).isEmpty();
                }
            }
        }
        assertThat(recent.size()).isEqualTo(naive.size());
        naive.stream()
                .filter(pair -> pair.content() % 31 == 0)
                .forEach(pair -> assertThat(recent.contentOf(pair.id())).isEqualTo(OptionalLong.of(pair.content())));
    }

    @Property(tries = 100)
    void reads_back_what_it_wrote_and_goes_on_alike(@ForAll @IntRange(max = 9_000) int added) throws IOException {
        RecentInteractions recent = filled(added);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        recent.writeTo(new DataOutputStream(bytes));
        RecentInteractions again =
                RecentInteractions.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(again).isEqualTo(recent);
        recent.add(Fingerprint.of("next"), 1);
        again.add(Fingerprint.of("next"), 1);
        assertThat(again).isEqualTo(recent);
    }

    private static RecentInteractions filled(int added) {
        RecentInteractions recent = new RecentInteractions();
        for (int i = 0; i < added; i++) {
            recent.add(Fingerprint.of("i" + i), i);
        }
        return recent;
    }
}
