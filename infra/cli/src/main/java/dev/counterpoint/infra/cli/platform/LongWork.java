package dev.counterpoint.infra.cli.platform;

import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Work that the platform does at its own pace, and whose {@code state} and {@code percent} stand at an address. */
public final class LongWork {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int PERCENT = 100;

    private final Platform platform;
    private final Terminal terminal;

    public LongWork(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /**
     * Waits until the work is in another state than that of its beginning, however long that takes, and shows its progress.
     *
     * @param task a noun for the progress
     * @param begun the state while it goes on
     * @param whenInterrupted said if the command is interrupted
     * @return what stands at the address in the end
     * @throws CommandFailedException if the platform does not answer for long
     */
    public JsonNode awaitEnd(String path, String task, String begun, String whenInterrupted) {
        try (Progress progress = terminal.progress(task, 0, PERCENT)) {
            while (true) {
                JsonNode work = platform.get(path);
                progress.reached(work.path("percent").intValue());
                if (!work.path("state").stringValue().equals(begun)) {
                    return work;
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Exit.FAILED, whenInterrupted);
        }
    }
}
