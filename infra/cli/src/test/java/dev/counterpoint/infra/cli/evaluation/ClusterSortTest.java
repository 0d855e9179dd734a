package dev.counterpoint.infra.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.training.offpolicy.WeighedAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterSortTest {
    private static final int ROWS = 5_000;

    @Test
    void clusters_comeTogether_inTheOrderOfTheirLines() {
        List<WeighedRow> sorted = sorted(ROWS);

        Set<Long> done = new HashSet<>();
        for (int i = 0; i < ROWS; i++) {
            boolean isNext =
                    i == 0 || sorted.get(i).cluster() != sorted.get(i - 1).cluster();
            if (isNext) {
                assertThat(done.add(sorted.get(i).cluster())).isTrue();
            } else {
                assertThat(sorted.get(i).line()).isGreaterThan(sorted.get(i - 1).line());
            }
        }
        assertThat(sorted).hasSize(ROWS);
        assertThat(done).hasSizeGreaterThan(400);
    }

    @Test
    void overFilesAndInMemory_theOrderIsTheSame() {
        // A NaN is equal to a NaN in a record.
        assertThat(sorted(100)).isEqualTo(sorted(ROWS));
    }

    @Test
    void moreThanCanBeSorted_isSaid() {
        try (ClusterSort sort = new ClusterSort(1, 2)) {
            for (int row = 0; row < 4; row++) {
                sort.add(row(7, row));
            }
            assertThatExceptionOfType(CommandFailedException.class)
                    .isThrownBy(() -> sort.forEach(any -> {}))
                    .withMessageContaining("more than 2 in one of 256 parts");
        }
    }

    private static List<WeighedRow> sorted(int inMemory) {
        Random chance = new Random(3);
        long[] clusters = chance.longs(500).toArray();
        List<WeighedRow> sorted = new ArrayList<>();
        try (ClusterSort sort = new ClusterSort(inMemory, ROWS)) {
            for (int row = 0; row < ROWS; row++) {
                sort.add(row(clusters[chance.nextInt(clusters.length)], row));
            }
            sort.forEach(sorted::add);
        }
        return sorted;
    }

    private static WeighedRow row(long cluster, int line) {
        return new WeighedRow(
                cluster, line, new WeighedAction(line, line + 1, line + 2, line + 3), line % 2 == 0 ? 0.5 : Double.NaN);
    }
}
