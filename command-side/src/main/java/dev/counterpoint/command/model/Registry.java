package dev.counterpoint.command.model;

import dev.counterpoint.command.model.ModelCommand.RequestTraining;
import dev.counterpoint.command.model.ModelCommand.StageModel;
import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import org.jspecify.annotations.Nullable;

/** What operators ask of the registry. Every answer says whether anything changed. Thread-safe. */
public final class Registry {
    private final Commands commands;

    public Registry(Commands commands) {
        this.commands = commands;
    }

    /** Durable when it returns; some process in the role of training will do it. */
    public boolean requestTraining(String runId, TrainingRequest request, String correlationId) {
        return commands.send(new RequestTraining(runId, request), correlationId);
    }

    /** @throws RequestRefusedException if there is no such model */
    public boolean stage(String modelId, ModelStage stage, @Nullable Double share, String correlationId) {
        return commands.send(new StageModel(modelId, stage, share), correlationId);
    }
}
