package dev.counterpoint.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TableProperties {
    private static final int KEEP = 20;

    @Property
    void it_is_a_map_in_the_order_of_coming(@ForAll("steps") List<Step> steps) {
        Table<ExposureEntry> table = new Table<>(1_000, 100_000);
        Map<String, Long> expected = new LinkedHashMap<>();
        for (Step step : steps) {
            apply(step, table);
            apply(step, expected);
        }

        assertThat(contentOf(table)).isEqualTo(expected);
        assertThat(List.copyOf(contentOf(table).keySet())).isEqualTo(List.copyOf(expected.keySet()));
        for (int i = 0; i < 60; i++) {
            assertThat(table.find("key-" + i) == null).isEqualTo(!expected.containsKey("key-" + i));
        }
    }

    @Property
    void a_copy_and_its_original_never_see_what_happens_to_the_other(
            @ForAll("steps") List<Step> before, @ForAll("steps") List<Step> here, @ForAll("steps") List<Step> there) {
        Table<ExposureEntry> original = new Table<>(1_000, 100_000);
        before.forEach(step -> apply(step, original));
        Map<String, Long> expected = contentOf(original);

        Table<ExposureEntry> copy = original.copy();
        there.forEach(step -> apply(step, copy));
        assertThat(contentOf(original)).isEqualTo(expected);

        Table<ExposureEntry> second = original.copy();
        Map<String, Long> ofCopy = contentOf(copy);
        here.forEach(step -> apply(step, second));
        assertThat(contentOf(copy)).isEqualTo(ofCopy);
        assertThat(contentOf(original)).isEqualTo(expected);
    }

    @Property
    void a_cut_keeps_the_best_that_fit(@ForAll("steps") List<Step> steps) {
        Table<ExposureEntry> table = new Table<>(KEEP, 160);
        steps.forEach(step -> apply(step, table));
        Map<String, Long> before = contentOf(table);
        boolean overfull = table.isOverfull();

        table.cut(entry -> entry.lastAt);

        Map<String, Long> kept = contentOf(table);
        assertThat(kept).hasSizeLessThanOrEqualTo(KEEP);
        assertThat(String.join("", kept.keySet())).hasSizeLessThanOrEqualTo(120);
        assertThat(table.isOverfull()).isFalse();
        assertThat(overfull).isEqualTo(before.size() > KEEP * 5 / 4 || bytesOf(before) > 160);
        long worstKept = kept.values().stream().mapToLong(value -> value).min().orElse(Long.MAX_VALUE);
        before.forEach((key, value) ->
                assertThat(kept.containsKey(key) || value <= worstKept).isTrue());
        assertThat(kept.isEmpty()).isEqualTo(before.isEmpty());
    }

    private static int bytesOf(Map<String, Long> content) {
        return content.keySet().stream().mapToInt(String::length).sum();
    }

    private static void apply(Step step, Table<ExposureEntry> table) {
        String key = "key-" + step.key;
        if (step.removes) {
            table.remove(key);
            return;
        }
        ExposureEntry row = table.own(key);
        if (row == null) {
            row = new ExposureEntry(key);
            table.put(row);
        }
        row.lastAt = step.value;
    }

    private static void apply(Step step, Map<String, Long> map) {
        if (step.removes) {
            map.remove("key-" + step.key);
        } else {
            map.put("key-" + step.key, (long) step.value);
        }
    }

    private static Map<String, Long> contentOf(Table<ExposureEntry> table) {
        Map<String, Long> content = new LinkedHashMap<>();
        table.all().forEach(row -> content.put(row.key, row.lastAt));
        return content;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    record Step(int key, int value, boolean removes) {}
}
