package dev.counterpoint.command.catalog.web;

import dev.counterpoint.command.catalog.Publishing;
import dev.counterpoint.command.web.Changed;
import dev.counterpoint.command.web.Correlation;
import dev.counterpoint.command.web.PathNames;
import dev.counterpoint.domain.catalog.RuleId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rules, which keep cards from pages. */
@RestController
@Tag(name = "Catalogue")
@RolesAllowed("publisher")
public class RulesController {
    private final Publishing publishing;

    public RulesController(Publishing publishing) {
        this.publishing = publishing;
    }

    @PutMapping(
            path = "/v1/rules/{ruleId}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Publish or change a rule: it keeps cards from pages, from the next epoch of the catalogue on")
    Changed publish(@PathVariable String ruleId, @RequestBody RuleBody rule) {
        RuleId id = PathNames.parse("a rule id", ruleId, RuleId::new);
        return new Changed(publishing.publish(rule.toRule(id), Correlation.id()));
    }

    @DeleteMapping(path = "/v1/rules/{ruleId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw a rule: it holds no more")
    Changed withdraw(@PathVariable String ruleId) {
        RuleId id = PathNames.parse("a rule id", ruleId, RuleId::new);
        return new Changed(publishing.withdraw(id, Correlation.id()));
    }
}
