package dev.counterpoint.infra.cli.learning;

import dev.counterpoint.domain.catalog.CardId;
import dev.counterpoint.domain.catalog.ShelfId;
import dev.counterpoint.domain.catalog.ShelfKey;
import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.infra.cli.platform.Platform;
import dev.counterpoint.infra.simulator.drive.DrivenPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A platform over its public interface. */
final class PlatformOverHttp implements DrivenPlatform {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String POPULARITY = "popularity";
    private static final String UNIFORM = "uniform";

    private final Platform platform;
    private final Queue<String> decisions = new ConcurrentLinkedQueue<>();

    PlatformOverHttp(Platform platform) {
        this.platform = platform;
    }

    /** What the platform's clock shows; the platform must live in simulated time. */
    Instant clock() {
        return Instant.parse(platform.get("/v1/clock").path("now").stringValue());
    }

    /** Where the cards of each shelf come from. */
    Map<ShelfId, SourceKind> sources() {
        Map<ShelfId, SourceKind> sources = new HashMap<>();
        for (JsonNode shelf : platform.get("/v1/shelves?limit=500").path("items")) {
            sources.put(
                    new ShelfId(shelf.path("shelfId").stringValue()),
                    SourceKind.parse(shelf.path("source").path("from").stringValue()));
        }
        return sources;
    }

    /** The decisions of all pages that were served here, in about the order that they were served in. */
    List<String> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public void register(String listener, Tier tier) {
        platform.put("/v1/listeners/" + listener, JSON.createObjectNode().put("tier", tier.written()));
    }

    @Override
    public void moveClock(Instant to) {
        platform.put("/v1/clock", JSON.createObjectNode().put("now", to.toString()));
    }

    @Override
    public ServedPage home(String listener, int utcOffsetMinutes) {
        JsonNode page = platform.get("/v1/listeners/" + listener + "/home?utcOffsetMinutes=" + utcOffsetMinutes);
        List<ServedShelf> shelves = new ArrayList<>();
        for (JsonNode shelf : page.path("shelves")) {
            List<CardId> cards = new ArrayList<>();
            for (JsonNode card : shelf.path("cards")) {
                cards.add(new CardId(card.path("cardId").stringValue()));
            }
            shelves.add(new ServedShelf(ShelfKey.parse(shelf.path("shelfId").stringValue()), cards));
        }
        String decisionId = page.path("decisionId").stringValue();
        decisions.add(decisionId);
        return new ServedPage(decisionId, servedBy(page), shelves);
    }

    /** The version of the vectors of cards that a page was made with. */
    String embeddingsOf(ServedPage page) {
        return platform.get("/v1/decisions/" + page.decisionId())
                .path("versions")
                .path("embeddings")
                .stringValue();
    }

    private static String servedBy(JsonNode page) {
        if (page.path("policy").path("eta").doubleValue(0) == 1) {
            return UNIFORM;
        }
        String model = page.path("modelId").stringValue();
        return model.startsWith("baseline-popularity") ? POPULARITY : model;
    }

    @Override
    public void tell(String listener, List<Told> deeds) {
        ArrayNode body = JSON.createArrayNode();
        for (Told told : deeds) {
            ObjectNode interaction = body.addObject();
            interaction.put("interactionId", told.id());
            interaction.put("type", told.deed().type().written());
            interaction.put("cardId", told.deed().card().cardId().value());
            interaction.put("decisionId", told.decisionId());
            interaction.put("at", told.at().toString());
            Long playedMs = told.deed().playedMs();
            if (playedMs != null) {
                interaction.put("playedMs", playedMs);
            }
        }
        platform.post("/v1/listeners/" + listener + "/interactions", body);
    }
}
