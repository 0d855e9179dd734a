package dev.counterpoint.query.home.web;

import dev.counterpoint.domain.decision.PageRequest;
import dev.counterpoint.domain.home.Grid;
import dev.counterpoint.domain.listener.ListenerId;
import dev.counterpoint.domain.listener.Pseudonyms;
import dev.counterpoint.query.home.HomePages;
import dev.counterpoint.query.web.PathNames;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Home pages. */
@RestController
@Tag(name = "Home")
@RolesAllowed("client")
public class HomeController {
    private final HomePages pages;
    private final Pseudonyms pseudonyms;

    public HomeController(HomePages pages, Pseudonyms pseudonyms) {
        this.pages = pages;
        this.pseudonyms = pseudonyms;
    }

    /** It would record a decision about a page that nobody gets to see. */
    @Hidden
    @RequestMapping(path = "/v1/listeners/{listenerId}/home", method = RequestMethod.HEAD)
    void refuseHead() throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException("HEAD", List.of("GET"));
    }

    @GetMapping(path = "/v1/listeners/{listenerId}/home", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Decide a home page, record the decision, and answer the page")
    ResponseEntity<HomeAnswer> home(
            @PathVariable String listenerId,
            @Parameter(description = "the client's word for its screen: an identifier")
                    @RequestParam(defaultValue = "unspecified")
                    String surface,
            @Parameter(description = "how many shelves at most") @RequestParam(defaultValue = "8") @Min(1) @Max(20)
                    int rows,
            @Parameter(description = "how many cards a shelf at most")
                    @RequestParam(defaultValue = "10")
                    @Min(1)
                    @Max(50)
                    int columns,
            @Parameter(description = "local time minus UTC, in minutes")
                    @RequestParam(defaultValue = "0")
                    @Min(-PageRequest.MAX_OFFSET_MINUTES)
                    @Max(PageRequest.MAX_OFFSET_MINUTES)
                    int utcOffsetMinutes,
            @Parameter(description = "repeated within 24 hours, with the same parameters, it gets the same page")
                    @RequestParam(required = false)
                    @Nullable
                    String requestId) {
        ListenerId listener = PathNames.parse("a listener id", listenerId, ListenerId::new);
        PageRequest request = new PageRequest(
                PathNames.parse("a surface", surface, Function.identity()),
                new Grid(rows, columns),
                utcOffsetMinutes,
                requestId == null ? null : PathNames.parse("a request id", requestId, Function.identity()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(HomeAnswer.of(listener, pages.serve(pseudonyms.of(listener), request)));
    }
}
