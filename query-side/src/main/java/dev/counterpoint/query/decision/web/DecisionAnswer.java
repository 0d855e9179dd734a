package dev.counterpoint.query.decision.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.decision.DecisionRecord;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.home.Arm;
import dev.counterpoint.domain.home.Calibration;
import dev.counterpoint.domain.home.Page;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.history.web.EventForm;
import dev.counterpoint.query.web.PolicyForm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole record of a decision.
 *
 * @param listenerId absent where the listener was never registered
 * @param status {@code unconfirmed} until something that the listener did is credited to the decision, then {@code confirmed}
 * @param receipt the link of the chain that the decision is, as its page carried it
 * @param arm absent on pages outside the arms
 * @param seed of all chance on the page: a signed number of 64 bits, as text since not all clients have such numbers
 * @param chance the seed of the plan's choice of owners, likewise
 * @param blocked proposed cards that a rule kept from the page, by id, each with the rule
 * @param calibration the shares of media that rows and columns were divided by; absent where they were not
 * @param shelfLists the lists of shelves that rows were drawn from: one, or one for each medium
 * @param lateSources sources that were asked and proposed nothing in time, so that their shelves could not stand on the page
 * @param candidates everything that was proposed, in the order of proposals, with the scores of the pairs that the plan kept
 * @param featuresDigest SHA-256 over the features that were scored
 * @param logPropensity natural logarithm of the probability of this very page, given its plan
 * @param interactions what the listener then did that is credited to this page, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionAnswer(
        String decisionId,
        @Nullable String listenerId,
        String status,
        Instant servedAt,
        String receipt,
        Position position,
        Request request,
        Versions versions,
        @Nullable String arm,
        String stage,
        PolicyForm policy,
        List<String> degraded,
        String seed,
        String chance,
        List<BlockedForm> blocked,
        @Nullable Calibration calibration,
        List<String> lateSources,
        List<CandidateShelfForm> candidates,
        String featuresDigest,
        List<SlotForms.ListForm> shelfLists,
        List<SlotForms.ShelfForm> shelves,
        double logPropensity,
        List<EventForm> interactions) {

    /** Where the record lies in the log. */
    record Position(long epoch, long group, int slot) {}

    /** What the client asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            String surface,
            int rows,
            int columns,
            int utcOffsetMinutes,
            @Nullable String requestId) {}

    /** What the decision was made of, by reference. */
    record Versions(
            long profileSequence,
            int foldVersion,
            long catalogVersion,
            long statisticsVersion,
            String embeddings,
            String featureSet,
            String modelId,
            String code,
            String clock) {}

    /** A card that a rule kept from the page. */
    record BlockedForm(String cardId, String rule) {
        static List<BlockedForm> allOf(DecisionRecord decision) {
            return new TreeMap<>(decision.blocked())
                    .entrySet().stream()
                            .map(card -> new BlockedForm(card.getKey().value(), card.getValue()))
                            .toList();
        }
    }

    public static DecisionAnswer of(
            LoggedDecision logged,
            DecisionRecord decision,
            Optional<ListenerId> listener,
            List<RecordedEvent> interactions) {
        Arm arm = decision.treatment().arm();
        Page page = decision.page();
        return new DecisionAnswer(
                logged.id().value(),
                listener.map(ListenerId::value).orElse(null),
                interactions.isEmpty() ? "unconfirmed" : "confirmed",
                decision.servedAt(),
                logged.receipt(),
                new Position(
                        logged.position().epoch(),
                        logged.position().group(),
                        logged.position().slot()),
                new Request(
                        decision.request().surface(),
                        decision.request().grid().rows(),
                        decision.request().grid().columns(),
                        decision.request().utcOffsetMinutes(),
                        decision.request().requestId()),
                versions(decision),
                arm == null ? null : arm.written(),
                decision.treatment().stage(),
                PolicyForm.of(decision.treatment().policy()),
                decision.treatment().degraded(),
                Long.toString(decision.seed()),
                Long.toString(page.chance()),
                BlockedForm.allOf(decision),
                decision.calibration(),
                decision.late().stream().sorted().map(SourceKind::written).toList(),
                CandidateShelfForm.allOf(decision),
                decision.features().hex(),
                SlotForms.ListForm.allOf(page.lists()),
                page.shelves().stream()
                        .map(shelf -> SlotForms.ShelfForm.of(shelf, decision.captions()))
                        .toList(),
                page.logPropensity(),
                interactions.stream().map(EventForm::of).toList());
    }

    private static Versions versions(DecisionRecord decision) {
        return new Versions(
                decision.versions().profileSequence(),
                decision.versions().foldVersion(),
                decision.versions().catalog(),
                decision.versions().statistics(),
                decision.versions().embeddings(),
                decision.versions().featureSet(),
                decision.versions().model(),
                decision.versions().code(),
                decision.versions().clock());
    }
}
