package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.util.Arrays;

/**
 * The first class of a child process: it ends the process when its standard input ends, which is when the parent stops it, and also when
 * the parent dies of whatever cause. It knows nothing but the JDK, since it runs on the server's class path.
 */
public final class ChildMain {
    private static final long ORDERLY_MS = 8_000;

    private ChildMain() {}

    /** @param arguments the server's main class, then its arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(ChildMain::endWithStandardInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void endWithStandardInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is said on this line; only its end counts.
            }
        } catch (IOException gone) {
            // A broken pipe is an end too.
        }
        Thread limit = new Thread(ChildMain::haltAfterAWhile, "halt");
        limit.setDaemon(true);
        limit.start();
        System.exit(0);
    }

    private static void haltAfterAWhile() {
        try {
            Thread.sleep(ORDERLY_MS);
        } catch (InterruptedException interrupted) {
            // Halt at once.
        }
        Runtime.getRuntime().halt(1);
    }
}
