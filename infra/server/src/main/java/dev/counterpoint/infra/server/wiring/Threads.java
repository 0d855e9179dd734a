package dev.counterpoint.infra.server.wiring;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Pools of threads that do not keep a process alive. */
final class Threads {
    /** Of those that wait for the store on behalf of pages. */
    static final int READERS = 64;

    private Threads() {}

    static ExecutorService daemons(String name, int count) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name);
        threads.setDaemon(true);
        return Executors.newFixedThreadPool(count, threads);
    }
}
