package dev.counterpoint.infra.benchmarks.learning;

import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.infra.archive.TrainingRowFolder;
import dev.counterpoint.infra.benchmarks.load.BenchmarkOptions;
import dev.counterpoint.infra.benchmarks.measure.ResultFile;
import dev.counterpoint.training.replay.ReplayedPage;
import dev.counterpoint.training.replay.Window;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.ShownSlot;
import dev.counterpoint.training.row.ShownSlots;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfPage;
import dev.counterpoint.training.run.TrainingRowFiles.RowsOfRun;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rows a second of a replay whose events and decisions are read from memory, step by step, and to files at several sizes. */
@Command(name = "row-rates", description = "Rows a second from encoded events and decisions to rows, and to Parquet.")
public final class RowRates implements Runnable {
    private static final int THREADS = 2;
    private static final int PARTS = 2;

    @Mixin
    private BenchmarkOptions options = new BenchmarkOptions();

    @Option(names = "--listeners", paramLabel = "N", description = "Simulated (default: ${DEFAULT-VALUE}).")
    private int listeners = 400;

    @Option(names = "--days", paramLabel = "N", description = "Simulated (default: ${DEFAULT-VALUE}).")
    private int days = 10;

    @Option(names = "--rounds", paramLabel = "N", description = "Each measured in turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--files",
            paramLabel = "N",
            split = ",",
            description = "Rows written to Parquet, in millions (default: ${DEFAULT-VALUE}).")
    private List<Integer> files = List.of(1, 10);

    /** What is done with each page, from nothing to all. */
    private enum Reach {
        DECODED,
        REPLAYED,
        ROWS
    }

    @Override
    public void run() {
        EncodedHistory history = new EncodedHistory(31, 2_000, listeners, days);
        ResultFile results = options.results(
                "row-rates",
                listeners + " simulated listeners over " + days
                        + " days; events as JSON, decisions as canonical bytes, in memory," + " not encrypted; "
                        + HomeFeatures.newest().size() + " features; " + THREADS + " threads");
        for (int round = 0; round <= rounds; round++) {
            for (Reach reach : Reach.values()) {
                results.line("%s%s", round == 0 ? "(warm-up) " : "", measured(history, reach));
            }
        }
        options.inFreshFolder(
                folder -> files.forEach(millions -> results.line("%s", written(history, folder, millions))));
    }

    private static String measured(EncodedHistory history, Reach reach) {
        LongAdder rows = new LongAdder();
        LongAdder pages = new LongAdder();
        LongAdder events = new LongAdder();
        long began = System.nanoTime();
        LongAdder cpu = new LongAdder();
        inParts(part -> {
            long cpuBegan = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (reach == Reach.DECODED) {
                history.walk(part, (stream, all) -> {
                    events.add(all.size());
                    pages.add(history.of(stream, Instant.EPOCH, end()).size());
                });
            } else {
                events.add(history.replay().part(part, new Window(Instant.EPOCH, end()), page -> {
                    pages.increment();
                    if (reach == Reach.ROWS) {
                        rowsOf(page, any -> rows.increment());
                    }
                }));
            }
            cpu.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegan);
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        double ofProcessor = cpu.sum() / 1e9;
        return reach.name().toLowerCase(Locale.ROOT)
                + String.format(
                        Locale.ROOT,
                        ": %d events, %d pages, %d rows in %.2f s: %.0f events/s, %.0f pages/s, %.0f rows/s; of processor time"
                                + " %.2f s: %.0f rows/s",
                        events.sum(),
                        pages.sum(),
                        rows.sum(),
                        seconds,
                        events.sum() / seconds,
                        pages.sum() / seconds,
                        rows.sum() / seconds,
                        ofProcessor,
                        rows.sum() / ofProcessor);
    }

    private static void rowsOf(ReplayedPage page, Consumer<ShownSlot> sink) {
        ShownSlots.of(page.decision(), page.known(), page.outcome(), HomeFeatures.newest(), sink);
    }

    /** Walks over the history as often as it takes to have so many rows, and says how much memory that took. */
    private static String written(EncodedHistory history, Path folder, int millions) {
        Window window = new Window(Instant.EPOCH, end());
        RowsOfRun run =
                new RowsOfRun("rows-" + millions, window, HomeFeatures.newest(), ExposureWeights.STANDARD, "benchmark");
        TrainingRowFolder target = new TrainingRowFolder(folder);
        LongAdder rows = new LongAdder();
        long wanted = millions * 1_000_000L / PARTS;
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long began = System.nanoTime();
        inParts(part -> target.write(run, part, file -> {
            long[] ofPart = {0};
            while (ofPart[0] < wanted) {
                history.replay().part(part, window, page -> {
                    List<ShownSlot> slots = new ArrayList<>();
                    rowsOf(page, slots::add);
                    file.accept(new RowsOfPage(page.id(), slots));
                    ofPart[0] += slots.size();
                });
            }
            rows.add(ofPart[0]);
        }));
        target.finish(run, PARTS);
        double seconds = (System.nanoTime() - began) / 1e9;
        long afterCollection = heapPools().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(RowRates::used)
                .sum();
        return String.format(
                Locale.ROOT,
                "to Parquet: %d rows in %.1f s: %.0f rows/s; heap after the last collection %d MiB",
                rows.sum(),
                seconds,
                rows.sum() / seconds,
                afterCollection >> 20);
    }

    private static long used(@Nullable MemoryUsage usage) {
        return usage == null ? 0 : usage.getUsed();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static Instant end() {
        return Instant.EPOCH.plus(Duration.ofDays(365L * 100));
    }

    private static void inParts(IntConsumer work) {
        List<Thread> threads = IntStream.range(0, PARTS)
                .mapToObj(part -> new Thread(() -> work.accept(part)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException ending) {
                throw new IllegalStateException("interrupted", ending);
            }
        }
    }
}
