package dev.counterpoint.command.web;

import dev.counterpoint.command.TestClock;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Controllers behind HTTP, without a server: refusals are answered as a list of their pointers and reasons. */
public final class ControllerTesting {
    private ControllerTesting() {}

    public static MockMvc mvc(Object... controllers) {
        return MockMvcBuilders.standaloneSetup(controllers)
                .setMessageConverters(
                        new JsonBodyConverter(new JsonBodies(new TestClock())),
                        new JacksonJsonHttpMessageConverter(JsonMapper.shared()))
                .setControllerAdvice(new Refusals())
                .build();
    }

    /** As the server does it, in short. */
    @RestControllerAdvice
    static final class Refusals {
        @ExceptionHandler
        ResponseEntity<List<String>> refused(RequestRefusedException refused) {
            int status = refused.refusals().stream()
                    .mapToInt(refusal -> status(refusal.reason().kind()))
                    .min()
                    .orElseThrow();
            return ResponseEntity.status(status)
                    .body(refused.refusals().stream().map(Refusals::line).toList());
        }

        private static String line(Refusal refusal) {
            return refusal.pointer() + " " + refusal.reason().written();
        }

        private static int status(Refusal.Kind kind) {
            return switch (kind) {
                case INVALID -> 400;
                case NOT_FOUND -> 404;
                case CONTRADICTION -> 409;
                case GONE -> 410;
                case UNKNOWN_REFERENCE -> 422;
            };
        }
    }
}
