package dev.counterpoint.command.model;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.counterpoint.command.model.ModelCommand.FailTraining;
import dev.counterpoint.command.model.ModelCommand.FinishTraining;
import dev.counterpoint.command.model.ModelCommand.RegisterEmbeddings;
import dev.counterpoint.command.model.ModelCommand.RegisterModel;
import dev.counterpoint.command.model.ModelCommand.RequestTraining;
import dev.counterpoint.command.model.ModelCommand.StageModel;
import dev.counterpoint.command.stream.StateSnapshot;
import dev.counterpoint.command.stream.StreamState;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.model.ModelEvent;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.ModelStaged;
import dev.counterpoint.domain.model.ModelEvent.TrainingFailed;
import dev.counterpoint.domain.model.ModelEvent.TrainingFinished;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import dev.counterpoint.domain.model.ModelRegistry;
import dev.counterpoint.domain.model.ModelRegistry.Registered;
import dev.counterpoint.domain.model.ModelRegistry.TrainingState;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Keeps the models: at most one is live, and nothing moves that was never registered. */
@AggregateRoot(type = "models")
public class Registrar implements StreamState {
    /** What a model or a training takes in memory, about. */
    private static final int BYTES = 4_096;

    @AggregateIdentifier
    private @Nullable String stream;

    private Instant lastRecordedAt = Instant.EPOCH;
    private ModelRegistry registry = ModelRegistry.empty();
    private ModelRegistry kept = registry;

    /** Without events. */
    protected Registrar() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(RequestTraining command) {
        if (registry.training(command.runId()).isPresent()) {
            return false;
        }
        return record(new TrainingRequested(command.runId(), command.request()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(RegisterModel command) {
        if (registry.model(command.card().modelId()).isPresent()) {
            return false;
        }
        return record(new ModelRegistered(command.card()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(RegisterEmbeddings command) {
        boolean isNewest = registry.newestEmbeddings()
                .filter(newest -> newest.card().version().equals(command.card().version()))
                .isPresent();
        return !isNewest && record(new EmbeddingsLearned(command.card()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(FinishTraining command) {
        return isOpen(command.runId())
                && record(new TrainingFinished(command.runId(), command.models(), command.values()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(FailTraining command) {
        return isOpen(command.runId()) && record(new TrainingFailed(command.runId(), command.detail()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean handle(StageModel command) {
        Registered model = registry.model(command.modelId())
                .orElseThrow(() -> RequestRefusedException.of(
                        Reason.NO_SUCH_MODEL, "no model " + command.modelId() + " was ever registered"));
        if (model.stage() == command.stage() && Objects.equals(model.share(), command.share())) {
            return false;
        }
        if (command.stage() == ModelStage.LIVE) {
            registry.live()
                    .ifPresent(before -> record(new ModelStaged(before.card().modelId(), ModelStage.RETIRED, null)));
        }
        return record(new ModelStaged(command.modelId(), command.stage(), command.share()));
    }

    private boolean isOpen(String runId) {
        return registry.training(runId)
                .filter(training -> training.state() == TrainingState.OPEN)
                .isPresent();
    }

    private boolean record(ModelEvent event) {
        stream = ModelRegistry.STREAM.value();
        apply(event);
        return true;
    }

    @EventSourcingHandler
    void on(ModelEvent event, @SequenceNumber long sequence, @Timestamp Instant recordedAt) {
        this.stream = ModelRegistry.STREAM.value();
        this.lastRecordedAt = recordedAt;
        registry = registry.apply(event, sequence, recordedAt);
    }

    @Override
    public Instant lastRecordedAt() {
        return lastRecordedAt;
    }

    /** Always null: each event is caused by its command. */
    @Override
    public @Nullable String causeOf(DomainEvent event) {
        return null;
    }

    /** Never asked for: a stream of a few events a day is read whole. */
    @Override
    public StateSnapshot snapshot() {
        throw new UnsupportedOperationException("the registry of models is read from its events");
    }

    @Override
    public int eventsPerSnapshot() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int weight() {
        return BYTES + BYTES * (registry.models().size() + registry.trainings().size());
    }

    @Override
    public void keep() {
        kept = registry;
    }

    @Override
    public boolean revert() {
        registry = kept;
        return true;
    }
}
