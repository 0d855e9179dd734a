package dev.counterpoint.infra.cli.proof;

import dev.counterpoint.infra.cli.platform.LongWork;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.cli.platform.PlatformOptions;
import dev.counterpoint.infra.cli.terminal.CommandFailedException;
import dev.counterpoint.infra.cli.terminal.Exit;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import dev.counterpoint.infra.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** {@code verify}: hashes what is stored again, and names the first broken link. */
@Command(
        name = "verify",
        description = {
            "Verifies that what the running platform stores is what it once wrote: hash chains, and the signed checkpoints over them.",
            "It ends with 9 where it is not, and names the first broken link of each chain."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Terminal terminal;

    /** What is verified. */
    enum What {
        ALL,
        LISTENER,
        DECISION
    }

    @Mixin
    private PlatformOptions options = new PlatformOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "WHAT", description = "all (default), listener or decision.")
    private What what = What.ALL;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Of the listener or the decision.")
    private @Nullable String id;

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (what == What.ALL == (id != null)) {
            throw new CommandFailedException(Exit.USAGE, "Say: verify all, verify listener ID, or verify decision ID.");
        }
        Platform platform = Platform.of(options.running(), PATIENCE);
        JsonNode proof = what == What.ALL
                ? ofEverything(platform)
                : platform.get("/v1/" + what.name().toLowerCase(Locale.ROOT) + "s/" + id + "/proof");
        terminal.print(options.format() == OutputFormat.JSON ? proof.toString() : text(proof));
        return proof.path("faults").isEmpty() ? Exit.OK.code() : Exit.BROKEN.code();
    }

    private JsonNode ofEverything(Platform platform) {
        String path = "/v1/verifications/"
                + platform.post("/v1/verifications", MissingNode.getInstance())
                        .path("verificationId")
                        .stringValue();
        JsonNode report = new LongWork(platform, terminal)
                .awaitEnd(path, "percent of everything", "running", "The command was interrupted.");
        if (report.path("state").stringValue().equals("failed")) {
            throw new CommandFailedException(
                    Exit.FAILED,
                    "The verification failed: " + report.path("detail").stringValue() + ".");
        }
        return report;
    }

    private String text(JsonNode proof) {
        StringBuilder text = new StringBuilder(summary(proof));
        for (JsonNode fault : proof.path("faults")) {
            text.append(System.lineSeparator())
                    .append("BROKEN ")
                    .append(fault.path("chain").stringValue())
                    .append(": ")
                    .append(fault.path("detail").stringValue());
        }
        return text.toString();
    }

    private String summary(JsonNode proof) {
        return switch (what) {
            case ALL ->
                String.format(
                        Locale.ROOT,
                        "%s: %,d events of %,d streams (%,d erased), %,d decisions, %,d checkpoints, %,d archives%s",
                        proof.path("state").stringValue(),
                        proof.path("events").longValue(),
                        proof.path("streams").longValue(),
                        proof.path("erasedStreams").longValue(),
                        proof.path("decisions").longValue(),
                        proof.path("checkpoints").longValue(),
                        proof.path("archives").longValue(),
                        proof.path("checkpointsKept").booleanValue()
                                ? ""
                                : " (none are made here: a tail that was cut off does not show)");
            case LISTENER ->
                String.format(
                        Locale.ROOT,
                        proof.path("status").stringValue().equals("erased")
                                ? "%1$s: the events up to %3$,d are gone, the head is left; %4$s"
                                : "%s: %,d events, the last one %,d; %s",
                        proof.path("status").stringValue(),
                        proof.path("eventsHashed").longValue(),
                        proof.path("sequence").longValue(),
                        checkpoint(proof));
            case DECISION ->
                String.format(
                        Locale.ROOT,
                        "%s: receipt %s; %s",
                        proof.path("verified").booleanValue() ? "verified" : "broken",
                        proof.path("receipt").stringValue(),
                        checkpoint(proof));
        };
    }

    private static String checkpoint(JsonNode proof) {
        JsonNode checkpoint = proof.path("checkpoint");
        return checkpoint.isMissingNode()
                ? "no checkpoint has covered it yet"
                : "covered by checkpoint " + checkpoint.path("number").longValue() + " of "
                        + checkpoint.path("writer").stringValue() + ", made at "
                        + checkpoint.path("madeAt").stringValue();
    }
}
