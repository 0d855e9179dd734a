package dev.counterpoint.command.listener;

import dev.counterpoint.command.bulk.Chunks;
import dev.counterpoint.command.bulk.GroupImport;
import dev.counterpoint.command.bulk.Lanes;
import dev.counterpoint.command.bulk.Numbered;
import dev.counterpoint.command.bulk.Tally;
import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.RecordingAnswer.Refused;
import dev.counterpoint.command.listener.Resolving.Resolved;
import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Records many interactions of many listeners: a lane a listener, in the order of the lines. Thread-safe. */
public final class InteractionImport implements GroupImport<InteractionImport.Claimed> {
    private final Commands commands;
    private final Lanes lanes;
    private final Pseudonyms pseudonyms;
    private final KnownCards cards;
    private final ServedPages pages;

    public InteractionImport(
            Commands commands, Lanes lanes, Pseudonyms pseudonyms, KnownCards cards, ServedPages pages) {
        this.commands = commands;
        this.lanes = lanes;
        this.pseudonyms = pseudonyms;
        this.cards = cards;
        this.pages = pages;
    }

    /** Who is said to have done what. */
    public record Claimed(ListenerId listenerId, ClaimedInteraction interaction) {}

    @Override
    public CompletableFuture<Void> start(List<Numbered<Claimed>> lines, Tally tally, String correlationId) {
        return lanes.start(
                lines,
                Claimed::listenerId,
                (listener, itsLines) -> new Lane(listener, tally, correlationId).run(itsLines),
                tally);
    }

    /** The lines of one listener. */
    private final class Lane {
        private final ListenerId listener;
        private final StreamId stream;
        private final Tally tally;
        private final String correlationId;

        Lane(ListenerId listener, Tally tally, String correlationId) {
            this.listener = listener;
            this.stream = pseudonyms.of(listener);
            this.tally = tally;
            this.correlationId = correlationId;
        }

        void run(List<Numbered<Claimed>> lines) {
            Chunks.run(resolved(lines), Listening.MAX_INTERACTIONS, this::record, tally);
        }

        /** Those that may be recorded, up to the first that could not be looked up. */
        private List<Numbered<Candidate>> resolved(List<Numbered<Claimed>> lines) {
            Resolving resolving = new Resolving(cards, pages, stream);
            List<Numbered<Candidate>> candidates = new ArrayList<>();
            for (Numbered<Claimed> line : lines) {
                try {
                    Resolved resolved = resolving.resolve(line.item().interaction());
                    if (resolved.candidate() == null) {
                        reject(line.line(), resolved.refusals());
                    } else {
                        candidates.add(new Numbered<>(line.line(), resolved.candidate()));
                    }
                } catch (RuntimeException failed) {
                    tally.unsettled(line.line(), failed);
                    break;
                }
            }
            return candidates;
        }

        /** Where some contradict what is recorded, once more without them; they are told when the others are recorded. */
        private void record(List<Numbered<Candidate>> lines) {
            if (lines.isEmpty()) {
                return;
            }
            List<Candidate> candidates = lines.stream().map(Numbered::item).toList();
            RecordingAnswer answer =
                    commands.send(new RecordInteractions(stream, listener, candidates, List.of()), correlationId);
            if (answer instanceof Recorded recorded) {
                tally.accepted(recorded.recorded());
                tally.duplicates(recorded.duplicates());
            } else if (answer instanceof Refused refused) {
                List<Numbered<Candidate>> others = new ArrayList<>(lines);
                refused.contradicting().keySet().forEach(position -> others.remove(lines.get(position)));
                record(others);
                refused.contradicting()
                        .forEach((position, refusal) ->
                                reject(lines.get(position).line(), List.of(refusal)));
            }
        }

        private void reject(long line, List<Refusal> refusals) {
            tally.rejected(line, refusals.stream().map(Refusal::detail).collect(Collectors.joining("; ")));
        }
    }
}
