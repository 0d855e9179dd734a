package dev.counterpoint.infra.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndWithParentTest {

    @Test
    void end_comesWithTheEndOfTheInput_notBefore() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        PipedInputStream input = new PipedInputStream();
        try (PipedOutputStream parent = new PipedOutputStream(input)) {
            EndWithParent.watch(input, ended::countDown);
            parent.write("words do not count".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            parent.flush();

            assertThat(ended.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
