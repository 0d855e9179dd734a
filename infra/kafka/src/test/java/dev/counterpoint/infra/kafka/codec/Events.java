package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.catalog.Card;
import dev.counterpoint.domain.catalog.CardFacts;
import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.catalog.CatalogEvent.CardPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.CardRetired;
import dev.counterpoint.domain.catalog.CatalogEvent.RulePublished;
import dev.counterpoint.domain.catalog.CatalogEvent.RuleWithdrawn;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfPublished;
import dev.counterpoint.domain.catalog.CatalogEvent.ShelfWithdrawn;
import dev.counterpoint.domain.catalog.Embedding;
import dev.counterpoint.domain.catalog.Rule;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.catalog.Shelf;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.ShelfSource;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionId;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.listener.Attribution;
import dev.counterpoint.domain.listener.InteractionId;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerEvent.InteractionRecorded;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerRegistered;
import dev.counterpoint.domain.listener.ListenerEvent.ListenerSettingsChanged;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelEvent.EmbeddingsLearned;
import dev.counterpoint.domain.model.ModelEvent.ModelRegistered;
import dev.counterpoint.domain.model.ModelEvent.ModelStaged;
import dev.counterpoint.domain.model.ModelEvent.TrainingFailed;
import dev.counterpoint.domain.model.ModelEvent.TrainingFinished;
import dev.counterpoint.domain.model.ModelEvent.TrainingRequested;
import dev.counterpoint.domain.model.ModelStage;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.TrainingRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One example of every event, by the name of its golden file; those with optional parts stand twice. */
final class Events {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private Events() {}

    static Map<String, DomainEvent> examples() {
        Map<String, DomainEvent> examples = new LinkedHashMap<>();
        examples.put("card-published-1", new CardPublished(card(null)));
        examples.put("card-published-1-embedding", new CardPublished(card(embedding())));
        examples.put("card-retired-1", new CardRetired(new CardId("kind-of-blue")));
        examples.put("shelf-published-2", new ShelfPublished(shelf()));
        examples.put("shelf-published-2-pinned", new ShelfPublished(pinned()));
        examples.put("shelf-published-2-boost", new ShelfPublished(boosted()));
        examples.put("shelf-withdrawn-1", new ShelfWithdrawn(new ShelfId("because")));
        examples.put(
                "rule-published-1",
                new RulePublished(new Rule(new RuleId("no-war"), "war", false, List.of("NO", "SE"), List.of("free"))));
        examples.put(
                "rule-published-1-explicit",
                new RulePublished(new Rule(new RuleId("explicit"), null, true, List.of(), List.of())));
        examples.put("rule-withdrawn-1", new RuleWithdrawn(new RuleId("no-war")));
        examples.put(
                "listener-registered-1",
                new ListenerRegistered(new ListenerId("anna"), new ListenerSettings(Tier.PREMIUM, "SE", 1990, true)));
        examples.put(
                "listener-settings-changed-1",
                new ListenerSettingsChanged(new ListenerSettings(Tier.FREE_SHUFFLE, null, null, false)));
        examples.put("interaction-recorded-2", interaction(null, null));
        examples.put(
                "interaction-recorded-2-attributed",
                interaction(214_000L, attribution()).from("SE"));
        examples.put("training-requested-1", new TrainingRequested("run-1", request()));
        examples.put(
                "training-finished-1",
                new TrainingFinished("run-1", List.of("deep-0123456789ab"), List.of(given(), refused())));
        examples.put("training-failed-1", new TrainingFailed("run-1", "3 rows cannot be split by time"));
        examples.put("model-registered-1", new ModelRegistered(modelCard()));
        examples.put("embeddings-learned-1", new EmbeddingsLearned(embeddingsCard()));
        examples.put("model-staged-1", new ModelStaged("deep-0123456789ab", ModelStage.LIVE, null));
        examples.put("model-staged-1-canary", new ModelStaged("deep-0123456789ab", ModelStage.CANARY, 0.05));
        return examples;
    }

    private static TrainingRequest request() {
        return new TrainingRequest(List.of("logistic", "deep"), Instant.parse("2026-02-22T00:00:00Z"), AT, "click", 42);
    }

    private static PolicyValue given() {
        return new PolicyValue(
                "popularity",
                "on-policy",
                new PolicyValue.Estimated(3.25, 0.125, 3.0, 3.5),
                new PolicyValue.LogOverlap(2_000, 31_000, 1_500.5, 1),
                List.of());
    }

    private static PolicyValue refused() {
        return new PolicyValue(
                "deep-0123456789ab",
                "snips",
                null,
                new PolicyValue.LogOverlap(2_000, 31_000, 17.25, 83_689),
                List.of("an effective 17 listeners are fewer than 1000"));
    }

    private static EmbeddingsCard embeddingsCard() {
        Digest digest = new Digest("0123456789abcdef".repeat(4));
        return new EmbeddingsCard(
                "matrix-factorization-0123456789ab",
                "matrix-factorization",
                digest,
                new EmbeddingsCard.Lineage("run-2", request(), "0.1.0", 2_000, digest),
                900,
                100,
                new ModelCard.FitSummary(40_000, 2_000, 9, 6, 5.5, 5.625));
    }

    private static ModelCard modelCard() {
        Digest digest = new Digest("0123456789abcdef".repeat(4));
        return new ModelCard(
                "deep-0123456789ab",
                "deep",
                digest,
                "home-1",
                new ModelCard.Lineage("run-1", request(), "0.1.0", 3, 2_000, 31_000, digest),
                new ModelCard.FitSummary(400_000, 100_000, 21, 15, 0.375, 0.3828125),
                List.of(refused()));
    }

    private static Card card(Embedding embedding) {
        return new Card(
                new CardId("kind-of-blue"),
                CardKind.ALBUM,
                "Kind of Blue – \"1959\" 🎺",
                List.of("Miles Davis", "Bill Evans"),
                List.of("jazz", "modal jazz"),
                Instant.parse("1959-08-17T00:00:00Z"),
                false,
                embedding);
    }

    private static Embedding embedding() {
        float[] values = new float[Embedding.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 32) / 8f;
        }
        return new Embedding(values);
    }

    private static Shelf shelf() {
        return new Shelf(
                new ShelfId("because"), "Because you played {card}", ShelfSource.of(SourceKind.BECAUSE), 10, null);
    }

    private static Shelf pinned() {
        ShelfSource source = new ShelfSource(SourceKind.PINNED, List.of(new CardId("b"), new CardId("a")));
        return new Shelf(new ShelfId("editors"), "From the editors", source, 5, 0);
    }

    private static Shelf boosted() {
        ShelfSource source = new ShelfSource(SourceKind.FRESH, List.of(), List.of("nordic", "jazz"));
        return new Shelf(new ShelfId("fresh"), "New", source, 10, null);
    }

    /** Events that were written in older forms, by golden file, as they are read now. */
    static Map<String, DomainEvent> olderExamples() {
        return Map.of(
                "shelf-published-1",
                new ShelfPublished(shelf()),
                "shelf-published-1-pinned",
                new ShelfPublished(pinned()),
                "interaction-recorded-1",
                interaction(null, null),
                "interaction-recorded-1-attributed",
                interaction(214_000L, attribution()));
    }

    private static InteractionRecorded interaction(Long playedMs, Attribution attribution) {
        CardFacts facts =
                new CardFacts(new CardId("kind-of-blue"), CardKind.ALBUM, List.of("Miles Davis"), List.of("jazz"));
        return new InteractionRecorded(
                new InteractionId("i-1"), InteractionType.PLAY, facts, AT, playedMs, attribution);
    }

    private static Attribution attribution() {
        return new Attribution(new DecisionId("d-1"), ShelfKey.parse("tag:modal jazz"), 2, 7);
    }
}
