package dev.counterpoint.infra.server.time;

import dev.counterpoint.domain.refusal.Refusal.Reason;
import dev.counterpoint.domain.refusal.RequestRefusedException;
import dev.counterpoint.infra.server.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows the simulated time and moves it, forwards only. */
@RestController
@RolesAllowed(Role.OPERATOR)
class MovingTheClock {
    private final SimulatedClock clock;

    MovingTheClock(SimulatedClock clock) {
        this.clock = clock;
    }

    @GetMapping("/v1/clock")
    Time time() {
        return new Time(clock.now());
    }

    @PutMapping("/v1/clock")
    Time move(@Valid @RequestBody Time to) {
        if (!clock.moveTo(to.now())) {
            throw RequestRefusedException.of(
                    Reason.MALFORMED, "now is not before " + clock.now() + ", what the clock shows; got " + to.now());
        }
        return time();
    }

    record Time(@NotNull Instant now) {}
}
