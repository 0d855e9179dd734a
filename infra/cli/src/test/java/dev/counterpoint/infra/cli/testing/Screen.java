package dev.counterpoint.infra.cli.testing;

import dev.counterpoint.infra.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal whose words can be read afterwards. */
public final class Screen {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);

    public Terminal terminal() {
        return terminal;
    }

    /** What was printed to the standard output. */
    public String figures() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was said on the standard error. */
    public String sentences() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
