package dev.counterpoint.training.run;

import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.PolicyValue;
import java.util.List;

/** What a training tells the registry. Told again, nothing changes. Thread-safe. */
public interface RegistryCommands {

    void register(ModelCard card);

    void register(EmbeddingsCard card);

    void finish(String runId, List<String> models, List<PolicyValue> values);

    void fail(String runId, String detail);
}
