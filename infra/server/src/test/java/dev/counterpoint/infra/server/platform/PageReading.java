package dev.counterpoint.infra.server.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What stands in pages, and in the records of their decisions. */
final class PageReading {
    private PageReading() {}

    static List<String> cardsOf(JsonNode page) {
        return page.get("shelves").findValuesAsString("cardId");
    }

    static List<String> shelvesOf(JsonNode page) {
        return page.get("shelves").findValuesAsString("shelfId");
    }

    static boolean hasNoCardTwice(JsonNode page) {
        Set<String> cards = new HashSet<>(cardsOf(page));
        return cards.size() == cardsOf(page).size();
    }

    /** The shelves whose cards the plan kept: only those have scores. */
    static List<String> plannedShelves(JsonNode decision) {
        return candidates(decision)
                .filter(shelf -> !shelf.findValues("score").isEmpty())
                .map(shelf -> shelf.get("shelfId").stringValue())
                .toList();
    }

    /** The cards that were proposed for a shelf. */
    static List<String> proposedCards(JsonNode decision, String shelfId) {
        return candidates(decision)
                .filter(shelf -> shelf.get("shelfId").stringValue().equals(shelfId))
                .flatMap(shelf -> shelf.findValuesAsString("cardId").stream())
                .toList();
    }

    /** The mean score of the cards that the plan kept for a shelf. */
    static double meanScore(JsonNode decision, String shelfId) {
        return candidates(decision)
                .filter(shelf -> shelf.get("shelfId").stringValue().equals(shelfId))
                .flatMap(shelf -> shelf.findValues("score").stream())
                .mapToDouble(JsonNode::doubleValue)
                .average()
                .orElseThrow(() -> new AssertionError("shelf " + shelfId + " was not planned"));
    }

    private static Stream<JsonNode> candidates(JsonNode decision) {
        return decision.get("candidates").valueStream();
    }
}
