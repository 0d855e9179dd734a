package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.model.EmbeddingsCard;
import dev.counterpoint.domain.model.ModelCard;
import dev.counterpoint.domain.model.ModelCard.FitSummary;
import dev.counterpoint.domain.model.ModelCard.Lineage;
import dev.counterpoint.domain.model.PolicyValue;
import dev.counterpoint.domain.model.PolicyValue.Estimated;
import dev.counterpoint.domain.model.PolicyValue.LogOverlap;
import dev.counterpoint.domain.model.TrainingRequest;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of models, trainings and what they are worth. */
final class ModelFields {
    private ModelFields() {}

    static void write(TrainingRequest request, ObjectNode to) {
        ArrayNode estimators = to.putArray("estimators");
        request.estimators().forEach(estimators::add);
        to.put("from", request.from().toString());
        to.put("to", request.to().toString());
        to.put("reward", request.reward());
        to.put("seed", request.seed());
    }

    static TrainingRequest request(Fields from) {
        return new TrainingRequest(
                from.texts("estimators"),
                from.instant("from"),
                from.instant("to"),
                from.text("reward"),
                from.whole("seed"));
    }

    static void write(ModelCard card, ObjectNode to) {
        to.put("modelId", card.modelId());
        to.put("estimator", card.estimator());
        to.put("artifact", card.artifact().hex());
        to.put("featureSet", card.featureSet());
        ObjectNode lineage = to.putObject("lineage");
        lineage.put("runId", card.lineage().runId());
        write(card.lineage().request(), lineage.putObject("request"));
        lineage.put("code", card.lineage().code());
        lineage.put("weightCap", card.lineage().weightCap());
        lineage.put("listeners", card.lineage().listeners());
        lineage.put("pages", card.lineage().pages());
        lineage.put("rows", card.lineage().rows().hex());
        write(card.fit(), to.putObject("fit"));
        write(card.values(), to.putArray("values"));
    }

    private static void write(FitSummary fit, ObjectNode to) {
        to.put("rows", fit.rows());
        to.put("heldOutRows", fit.heldOutRows());
        to.put("epochs", fit.epochs());
        to.put("best", fit.best());
        to.put("fitLoss", fit.fitLoss());
        to.put("heldOutLoss", fit.heldOutLoss());
    }

    static void write(EmbeddingsCard card, ObjectNode to) {
        to.put("version", card.version());
        to.put("estimator", card.estimator());
        to.put("artifact", card.artifact().hex());
        ObjectNode lineage = to.putObject("lineage");
        lineage.put("runId", card.lineage().runId());
        write(card.lineage().request(), lineage.putObject("request"));
        lineage.put("code", card.lineage().code());
        lineage.put("listeners", card.lineage().listeners());
        lineage.put("plays", card.lineage().plays().hex());
        to.put("cards", card.cards());
        to.put("cardsLeftOut", card.cardsLeftOut());
        write(card.fit(), to.putObject("fit"));
    }

    static EmbeddingsCard embeddings(Fields from) {
        Fields lineage = from.inner("lineage");
        return new EmbeddingsCard(
                from.text("version"),
                from.text("estimator"),
                new Digest(from.text("artifact")),
                new EmbeddingsCard.Lineage(
                        lineage.text("runId"),
                        request(lineage.inner("request")),
                        lineage.text("code"),
                        lineage.whole("listeners"),
                        new Digest(lineage.text("plays"))),
                from.whole("cards"),
                from.whole("cardsLeftOut"),
                fit(from.inner("fit")));
    }

    static ModelCard card(Fields from) {
        Fields lineage = from.inner("lineage");
        return new ModelCard(
                from.text("modelId"),
                from.text("estimator"),
                new Digest(from.text("artifact")),
                from.text("featureSet"),
                new Lineage(
                        lineage.text("runId"),
                        request(lineage.inner("request")),
                        lineage.text("code"),
                        lineage.number("weightCap"),
                        lineage.whole("listeners"),
                        lineage.whole("pages"),
                        new Digest(lineage.text("rows"))),
                fit(from.inner("fit")),
                values(from.inners("values")));
    }

    private static FitSummary fit(Fields from) {
        return new FitSummary(
                from.whole("rows"),
                from.whole("heldOutRows"),
                Math.toIntExact(from.whole("epochs")),
                Math.toIntExact(from.whole("best")),
                from.number("fitLoss"),
                from.number("heldOutLoss"));
    }

    static void write(List<PolicyValue> values, ArrayNode to) {
        for (PolicyValue value : values) {
            ObjectNode each = to.addObject();
            each.put("policy", value.policy());
            each.put("method", value.method());
            Estimated estimate = value.estimate();
            if (estimate != null) {
                ObjectNode written = each.putObject("estimate");
                written.put("value", estimate.value());
                written.put("standardError", estimate.standardError());
                written.put("low", estimate.low());
                written.put("high", estimate.high());
            }
            ObjectNode overlap = each.putObject("overlap");
            overlap.put("listeners", value.overlap().listeners());
            overlap.put("pages", value.overlap().pages());
            overlap.put("effectiveListeners", value.overlap().effectiveListeners());
            overlap.put("largestWeight", value.overlap().largestWeight());
            ArrayNode refusals = each.putArray("refusals");
            value.refusals().forEach(refusals::add);
        }
    }

    static List<PolicyValue> values(List<Fields> from) {
        return from.stream().map(ModelFields::value).toList();
    }

    private static PolicyValue value(Fields from) {
        Fields overlap = from.inner("overlap");
        return new PolicyValue(
                from.text("policy"),
                from.text("method"),
                from.optionalInner("estimate")
                        .map(estimate -> new Estimated(
                                estimate.number("value"),
                                estimate.number("standardError"),
                                estimate.number("low"),
                                estimate.number("high")))
                        .orElse(null),
                new LogOverlap(
                        overlap.whole("listeners"),
                        overlap.whole("pages"),
                        overlap.number("effectiveListeners"),
                        overlap.number("largestWeight")),
                from.texts("refusals"));
    }
}
