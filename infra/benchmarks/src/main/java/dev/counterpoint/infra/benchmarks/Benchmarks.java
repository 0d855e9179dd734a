package dev.counterpoint.infra.benchmarks;

import dev.counterpoint.infra.benchmarks.eventstore.EngineVisibility;
import dev.counterpoint.infra.benchmarks.eventstore.EventStoreRates;
import dev.counterpoint.infra.benchmarks.eventstore.VisibilityDelay;
import dev.counterpoint.infra.benchmarks.learning.FitRates;
import dev.counterpoint.infra.benchmarks.learning.IntervalRates;
import dev.counterpoint.infra.benchmarks.learning.ReplayRates;
import dev.counterpoint.infra.benchmarks.learning.RowRates;
import dev.counterpoint.infra.benchmarks.learning.SwapLatency;
import dev.counterpoint.infra.benchmarks.load.CatalogueMemory;
import dev.counterpoint.infra.benchmarks.load.HomeUnderLoad;
import dev.counterpoint.infra.benchmarks.load.ImportRates;
import dev.counterpoint.infra.benchmarks.load.OneInteraction;
import dev.counterpoint.infra.benchmarks.load.PageLatency;
import dev.counterpoint.infra.benchmarks.load.StartUpTimes;
import dev.counterpoint.infra.benchmarks.neighbours.NeighbourSearch;
import dev.counterpoint.infra.benchmarks.study.CarouselStudy;
import dev.counterpoint.infra.benchmarks.study.CoverageStudy;
import dev.counterpoint.infra.benchmarks.study.EstimateStudy;
import dev.counterpoint.infra.benchmarks.study.HeadroomStudy;
import dev.counterpoint.infra.benchmarks.study.LastfmEmbeddingStudy;
import dev.counterpoint.infra.benchmarks.study.LastfmRankingStudy;
import dev.counterpoint.infra.benchmarks.study.LearningStudy;
import dev.counterpoint.infra.benchmarks.study.OrderingStudy;
import dev.counterpoint.infra.benchmarks.study.SameArmsStudy;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All benchmarks of the platform, by name. */
@Command(
        name = "benchmarks",
        description = "Measures the platform; each benchmark starts one of its own in a fresh folder.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ImportRates.class,
            StartUpTimes.class,
            OneInteraction.class,
            PageLatency.class,
            HomeUnderLoad.class,
            CatalogueMemory.class,
            HeadroomStudy.class,
            EstimateStudy.class,
            CoverageStudy.class,
            OrderingStudy.class,
            SameArmsStudy.class,
            LearningStudy.class,
            LastfmRankingStudy.class,
            LastfmEmbeddingStudy.class,
            CarouselStudy.class,
            FitRates.class,
            IntervalRates.class,
            ReplayRates.class,
            RowRates.class,
            EventStoreRates.class,
            VisibilityDelay.class,
            EngineVisibility.class,
            SwapLatency.class,
            NeighbourSearch.class
        })
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks()).execute(arguments));
    }
}
