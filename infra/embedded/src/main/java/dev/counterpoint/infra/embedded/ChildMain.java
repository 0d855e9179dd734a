package dev.counterpoint.infra.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The first class of a child process: it ends the process when its standard input ends, which is when the parent stops it, and also when
 * the parent dies of whatever cause. It knows nothing but the JDK, since it runs on the server's class path.
 */
public final class ChildMain {
    private static final long ORDERLY_MS = 8_000;

    /** The lock of the folder, held as long as the process lives. */
    private static final AtomicReference<FileChannel> FOLDER = new AtomicReference<>();

    private ChildMain() {}

    /** @param arguments the server's main class, then its arguments */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Thread watch = new Thread(ChildMain::endWithStandardInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        awaitPredecessor();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    /** A child whose parent was killed may still be writing to the folder: two at once would spoil it. */
    private static void awaitPredecessor() throws IOException {
        FileChannel lock =
                FileChannel.open(Path.of("process.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock.lock();
        FOLDER.set(lock);
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
