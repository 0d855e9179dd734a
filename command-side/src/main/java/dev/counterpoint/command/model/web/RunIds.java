package dev.counterpoint.command.model.web;

import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.model.TrainingRequest;
import java.util.List;

/** Names trainings: the same for the same request, wherever and however often it is made. */
final class RunIds {
    private RunIds() {}

    static String of(TrainingRequest request) {
        Digest digest = Digest.ofSequence(List.of(
                String.join(" ", request.estimators()),
                request.from().toString(),
                request.to().toString(),
                request.reward(),
                Long.toString(request.seed())));
        return "run-" + digest.hex().substring(0, 16);
    }
}
