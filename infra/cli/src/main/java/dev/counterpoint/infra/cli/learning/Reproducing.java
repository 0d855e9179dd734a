package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.Progress;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.node.MissingNode;

/** Asks the platform to decide pages again. */
final class Reproducing {
    private static final int CALLS_AT_ONCE = 4;

    private final Platform platform;
    private final Terminal terminal;

    Reproducing(Platform platform, Terminal terminal) {
        this.platform = platform;
        this.terminal = terminal;
    }

    /** @param identical how many came out bit for bit */
    record Reproduced(int asked, int identical) {}

    /** Pages that lie evenly among all. */
    Reproduced some(List<String> decisions, int most) {
        int count = Math.min(most, decisions.size());
        ExecutorService calls = Executors.newFixedThreadPool(CALLS_AT_ONCE);
        try (Progress progress = terminal.progress("pages decided again", 0, count)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String decision = decisions.get((int) ((long) i * decisions.size() / count));
                Callable<Boolean> task = () -> isIdentical(decision);
                answers.add(calls.submit(task));
            }
            int identical = 0;
            for (int i = 0; i < count; i++) {
                identical += answers.get(i).get() ? 1 : 0;
                progress.reached(i + 1L);
            }
            return new Reproduced(count, identical);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof CommandFailedException said
                    ? said
                    : new IllegalStateException("a page was not decided again", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Exit.FAILED, "The command was interrupted.");
        } finally {
            calls.shutdownNow();
        }
    }

    private boolean isIdentical(String decision) {
        return platform.post("/v1/decisions/" + decision + "/reproduction", MissingNode.getInstance())
                .path("identical")
                .booleanValue();
    }
}
