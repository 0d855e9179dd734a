package dev.counterpoint.infra.benchmarks.study;

import dev.counterpoint.domain.feature.HomeFeatures;
import dev.counterpoint.infra.simulator.behaviour.Deed;
import dev.counterpoint.infra.simulator.study.Weeks;
import dev.counterpoint.training.row.ExposureWeights;
import dev.counterpoint.training.row.PageOutcome;
import dev.counterpoint.training.row.Reward;
import dev.counterpoint.training.row.ShownSlots;
import dev.counterpoint.training.row.TrainingRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of training from what listeners do, as they do it. Not thread-safe. */
final class RowsOfWeeks implements Weeks.Observer {
    private final TrainingRows.Builder rows;
    private Weeks.@Nullable Moment moment;

    RowsOfWeeks(Reward reward, ExposureWeights weights) {
        rows = TrainingRows.of(HomeFeatures.newest(), reward, weights);
    }

    @Override
    public void served(Weeks.Moment served) {
        moment = served;
    }

    @Override
    public void acted(List<Deed> deeds) {
        if (moment != null && !deeds.isEmpty()) {
            ShownSlots.of(
                    moment.served().decision(),
                    moment.served().known(),
                    outcomeOf(moment, deeds),
                    HomeFeatures.newest(),
                    rows::add);
        }
    }

    /** What listeners do on a page that they were just served. */
    static PageOutcome outcomeOf(Weeks.Moment moment, List<Deed> deeds) {
        PageOutcome outcome =
                new PageOutcome(moment.served().decision().request().grid());
        deeds.forEach(deed -> outcome.credit(deed.type(), deed.playedMs(), deed.row(), deed.column()));
        return outcome;
    }

    TrainingRows rows() {
        return rows.build();
    }
}
