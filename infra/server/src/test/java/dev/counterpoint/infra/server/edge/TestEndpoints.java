package dev.counterpoint.infra.server.edge;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import dev.counterpoint.command.stream.StreamContendedException;
import dev.counterpoint.domain.refusal.OutcomeUnknownException;
import dev.counterpoint.domain.refusal.Refusal;
import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.infra.server.security.Role;
import dev.counterpoint.query.load.OverloadedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that fail in every way, behind the real edge. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({EdgeConfiguration.class, TestEndpoints.Failing.class})
class TestEndpoints {

    record Inner(@Min(1) int count) {}

    record Body(String name, @Valid Inner inner) {}

    @RestController
    static class Failing {

        @PostMapping("/test/body")
        @RolesAllowed(Role.CLIENT)
        Body body(@Valid @RequestBody Body body) {
            return body;
        }

        @PostMapping(path = "/test/lines", consumes = "application/x-ndjson")
        @RolesAllowed(Role.PUBLISHER)
        int lines(@RequestBody byte[] lines) {
            return lines.length;
        }

        @GetMapping("/test/parameters")
        @RolesAllowed(Role.CLIENT)
        Body parameters(@RequestParam @Min(1) int rows) {
            return new Body("rows", new Inner(rows));
        }

        @GetMapping("/test/nobodys")
        String nobodys() {
            return "an endpoint that names no role";
        }

        @GetMapping("/test/refused/{how}")
        @RolesAllowed(Role.CLIENT)
        String refused(@PathVariable String how) {
            switch (how) {
                case "unknown" -> throw new OutcomeUnknownException("secret detail", null);
                case "contended" -> throw new StreamContendedException("secret detail", new Throwable());
                case "driver" -> throw new IllegalStateException(new DriverTimeoutException("secret detail"));
                case "overloaded" -> throw new OverloadedException();
                case "broken" -> throw new IllegalStateException("secret detail");
                case "several" ->
                    throw new RequestRefusedException(List.of(
                            new Refusal(Reason.UNKNOWN_CARD, "there is no card a", "/0/cardId"),
                            new Refusal(Reason.CARD_NOT_ON_PAGE, "card b was not on the page", "/1/cardId")));
                default -> throw RequestRefusedException.of(Reason.valueOf(how), "so it is");
            }
        }
    }
}
