package dev.counterpoint.command.listener;

import dev.counterpoint.command.catalog.KnownCards;
import dev.counterpoint.command.listener.RecordingAnswer.Recorded;
import dev.counterpoint.command.listener.RecordingAnswer.Refused;
import dev.counterpoint.command.listener.Resolving.Resolved;
import dev.counterpoint.command.stream.Commands;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.eventlog.AppendTooLargeException;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.ArrayList;
import java.util.List;

/** Registering listeners and recording what they do, one listener at a time. Durable when answered. Thread-safe. */
public final class Listening {
    /** How many interactions are recorded at once, all or none. */
    public static final int MAX_INTERACTIONS = 100;

    private final Commands commands;
    private final Pseudonyms pseudonyms;
    private final KnownCards cards;
    private final ServedPages pages;

    public Listening(Commands commands, Pseudonyms pseudonyms, KnownCards cards, ServedPages pages) {
        this.commands = commands;
        this.pseudonyms = pseudonyms;
        this.cards = cards;
        this.pages = pages;
    }

    /** Registers the listener, or changes the settings of one who is registered. */
    public SettingsAnswer change(ListenerId listener, ListenerSettings settings, String correlationId) {
        return commands.send(new ChangeSettings(pseudonyms.of(listener), listener, settings), correlationId);
    }

    /**
     * Records interactions in their order, all or none.
     *
     * @param claims 1 to 100
     * @throws RequestRefusedException with everything that speaks against any of them
     */
    public Recorded record(ListenerId listener, List<ClaimedInteraction> claims, String correlationId) {
        StreamId stream = pseudonyms.of(listener);
        Resolving resolving = new Resolving(cards, pages, stream);
        List<Candidate> candidates = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (ClaimedInteraction claim : claims) {
            Resolved resolved = resolving.resolve(claim);
            refusals.addAll(resolved.refusals());
            if (resolved.candidate() != null) {
                candidates.add(resolved.candidate());
            }
        }
        return record(new RecordInteractions(stream, listener, candidates, refusals), correlationId);
    }

    private Recorded record(RecordInteractions command, String correlationId) {
        RecordingAnswer answer;
        try {
            answer = commands.send(command, correlationId);
        } catch (AppendTooLargeException tooLarge) {
            throw new RequestRefusedException(List.of(new Refusal(
                    Reason.MALFORMED,
                    "these interactions carry more of their cards than one request may; send fewer at once",
                    "")));
        }
        if (answer instanceof Refused refused) {
            throw new RequestRefusedException(refused.refusals());
        }
        return (Recorded) answer;
    }
}
