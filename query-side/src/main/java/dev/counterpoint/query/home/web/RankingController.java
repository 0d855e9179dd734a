package dev.counterpoint.query.home.web;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.query.home.Rankings;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rankings of cards that a client gives. */
@RestController
@Tag(name = "Home")
@RolesAllowed("client")
public class RankingController {
    private final Rankings rankings;
    private final Pseudonyms pseudonyms;

    public RankingController(Rankings rankings, Pseudonyms pseudonyms) {
        this.rankings = rankings;
        this.pseudonyms = pseudonyms;
    }

    @PostMapping(
            path = "/v1/listeners/{listenerId}/ranking",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Rank given cards, record the decision, and answer the order",
            description =
                    "Up to 50 cards are drawn as on a page; more are ordered by their scores. Retired cards are left out.")
    ResponseEntity<RankingAnswer> ranking(@PathVariable String listenerId, @RequestBody RankingBody body) {
        ListenerId listener = PathNames.parse("a listener id", listenerId, ListenerId::new);
        List<CardId> cards = body.distinctCards();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(RankingAnswer.of(
                        listener, cards, rankings.serve(pseudonyms.of(listener), body.request(), cards)));
    }
}
