package dev.counterpoint.command.model.web;

import dev.counterpoint.command.web.Words;
import dev.counterpoint.domain.identity.Identifiers;
import dev.counterpoint.domain.model.TrainingRequest;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be learned, as an operator writes it. */
@Schema(name = "TrainingRun")
record TrainingRunBody(
        @Size(min = 1, max = 10, message = "must be 1 to 10")
        @Schema(description = "what learns: logistic, logistic-plain, deep, factorization, trees; logistic if left out")
        @Nullable
        List<@Pattern(regexp = Identifiers.PATTERN, message = Words.IDENTIFIER) String> estimators,

        @Schema(description = "pages served then or later; all there are if left out") @Nullable
        Instant from,

        @Schema(
                description =
                        "pages served before then; all that are settled, which is an hour after they were served, if left out or later")
        @Nullable
        Instant to,

        @Schema(
                description =
                        "what is learned to predict: click, stream30s, completion, save, or playedMs as a share of ten minutes; click if left out")
        @Nullable
        String reward,

        @Schema(description = "of all chance; 1 if left out") @Nullable
        Long seed) {

    /**
     * @param settledUntil pages that were served later may still be acted on
     * @throws RequestRefusedException if a word is not known, or the span is empty
     */
    TrainingRequest toRequest(TrainingWords words, Instant settledUntil) {
        List<Refusal> faults = new ArrayList<>();
        List<String> wanted = estimators == null ? List.of(words.estimators().get(0)) : estimators;
        for (int i = 0; i < wanted.size(); i++) {
            requireOneOf(words.estimators(), wanted.get(i), "/estimators/" + i, faults);
            if (wanted.indexOf(wanted.get(i)) < i) {
                fault("/estimators/" + i, "must not be there twice: " + wanted.get(i), faults);
            }
        }
        String rewardWord = Objects.requireNonNullElse(reward, words.rewards().get(0));
        requireOneOf(words.rewards(), rewardWord, "/reward", faults);
        Instant first = Objects.requireNonNullElse(from, Instant.EPOCH);
        Instant last = to == null || to.isAfter(settledUntil) ? settledUntil : to;
        if (!first.isBefore(last)) {
            fault("/from", "must be before " + last + ", up to which pages are settled, not " + first, faults);
        }
        if (!faults.isEmpty()) {
            throw new RequestRefusedException(faults);
        }
        return new TrainingRequest(wanted, first, last, rewardWord, Objects.requireNonNullElse(seed, 1L));
    }

    private static void requireOneOf(List<String> words, String word, String pointer, List<Refusal> faults) {
        if (!words.contains(word)) {
            fault(pointer, "must be one of " + String.join(", ", words) + ", not \"" + word + "\"", faults);
        }
    }

    private static void fault(String pointer, String detail, List<Refusal> faults) {
        faults.add(new Refusal(Reason.MALFORMED, pointer.substring(1) + " " + detail, pointer));
    }
}
