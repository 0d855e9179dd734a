package dev.counterpoint.command.bulk;

import dev.counterpoint.domain.eventlog.AppendTooLargeException;
import dev.counterpoint.domain.eventlog.EventTooLargeException;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.List;
import java.util.function.Consumer;

/** Cuts the lines of a lane so that each piece is one append, and says what became of those that fail. */
public final class Chunks {
    private Chunks() {}

    /**
     * Records lines in their order until something fails that may pass later.
     *
     * @param most how many lines are tried at once; fewer, where so many are too large together
     * @param record records some lines, all or none of them
     */
    public static <T> void run(List<Numbered<T>> lines, int most, Consumer<List<Numbered<T>>> record, Tally tally) {
        for (int from = 0; from < lines.size(); from += most) {
            List<Numbered<T>> chunk = lines.subList(from, Math.min(from + most, lines.size()));
            try {
                recordOrHalve(chunk, record, tally);
            } catch (RuntimeException failed) {
                tally.unsettled(chunk.get(0).line(), failed);
                return;
            }
        }
    }

    private static <T> void recordOrHalve(List<Numbered<T>> chunk, Consumer<List<Numbered<T>>> record, Tally tally) {
        try {
            record.accept(chunk);
        } catch (AppendTooLargeException | EventTooLargeException tooLarge) {
            if (chunk.size() == 1) {
                tally.rejected(chunk.get(0).line(), "this is more than one event may hold");
            } else {
                int half = chunk.size() / 2;
                recordOrHalve(chunk.subList(0, half), record, tally);
                recordOrHalve(chunk.subList(half, chunk.size()), record, tally);
            }
        } catch (RequestRefusedException refused) {
            chunk.forEach(line ->
                    tally.rejected(line.line(), refused.refusals().get(0).detail()));
        }
    }
}
