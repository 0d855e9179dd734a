package dev.counterpoint.infra.cassandra.events;

import dev.counterpoint.infra.embedded.EmbeddedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Freezes a server for some seconds, again and again, and now and then kills it; it is started again by whoever owns it. */
final class Nemesis {
    /** A start takes longer than a freeze, and while it lasts nothing is tried. */
    private static final int STRIKES_TO_A_KILL = 8;

    private final EmbeddedServer server;
    private final Random chance = new Random(7);
    private final AtomicInteger frozen = new AtomicInteger();
    private final AtomicInteger killed = new AtomicInteger();
    private final Thread thread;
    private volatile boolean open = true;

    Nemesis(EmbeddedServer server) {
        this.server = server;
        this.thread = new Thread(this::strikeUntilStopped, "nemesis");
        thread.setDaemon(true);
        thread.start();
    }

    int frozen() {
        return frozen.get();
    }

    int killed() {
        return killed.get();
    }

    /** Strikes no more; the server runs, or comes up. */
    void stop() throws InterruptedException {
        open = false;
        LockSupport.unpark(thread);
        thread.join();
    }

    private void strikeUntilStopped() {
        pause(1_000);
        for (int strike = 0; open; strike++) {
            if (strike % STRIKES_TO_A_KILL == 1) {
                ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
                killed.incrementAndGet();
                pause(1_000);
                server.awaitReady(Duration.ofSeconds(120));
            } else {
                long pid = server.pid();
                signal("STOP", pid);
                frozen.incrementAndGet();
                pause(500 + chance.nextInt(4_500));
                signal("CONT", pid);
            }
            pause(3_000 + chance.nextInt(4_000));
        }
    }

    private void pause(long ms) {
        long deadline = System.nanoTime() + Duration.ofMillis(ms).toNanos();
        while (open && System.nanoTime() < deadline) {
            LockSupport.parkNanos(50_000_000L);
        }
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new IllegalStateException("the server could not be signalled", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
