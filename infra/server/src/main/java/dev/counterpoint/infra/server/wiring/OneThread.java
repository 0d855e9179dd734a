package dev.counterpoint.infra.server.wiring;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Threads for work that takes long and is done one after the other. */
final class OneThread {
    private OneThread() {}

    /** Nobody waits for it at the end of the process. */
    static ExecutorService named(String name) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        return Executors.newSingleThreadExecutor(threads);
    }
}
