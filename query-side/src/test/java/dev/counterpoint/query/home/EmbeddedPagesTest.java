package dev.counterpoint.query.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.catalog.SourceKind;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.home.Proposal;
import dev.counterpoint.domain.home.ShelfProposal;
import dev.counterpoint.query.SmallPlatform;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPagesTest {
    private static final StreamId SOMEBODY = SmallPlatform.listener("somebody");

    private final SmallPlatform platform = new SmallPlatform();

    @BeforeEach
    void registerAndPlay() {
        platform.register(SOMEBODY, true);
        platform.play(SOMEBODY, 100);
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private static List<Proposal> similar(ServedDecision page) {
        return page.decision().proposals().stream()
                .filter(shelf -> shelf.source() == SourceKind.SIMILAR)
                .map(ShelfProposal::cards)
                .flatMap(List::stream)
                .toList();
    }

    private ServedDecision serve() {
        return platform.pages.serve(SOMEBODY, SmallPlatform.request(null));
    }

    @Test
    void without_vectors_nothing_similar_is_proposed_and_none_are_cited() {
        ServedDecision page = serve();

        assertThat(similar(page)).isEmpty();
        assertThat(page.decision().versions().embeddings()).isEqualTo("none");
    }

    @Test
    void with_vectors_the_nearest_cards_are_proposed_and_their_version_is_cited() {
        platform.embed("v1");
        ServedDecision page = serve();

        assertThat(page.decision().versions().embeddings()).isEqualTo("v1");
        assertThat(similar(page)).isNotEmpty().allSatisfy(proposal -> {
            int number = Integer.parseInt(proposal.card().value().substring("card-".length()));
            assertThat(Math.abs(number - 100)).isBetween(1, 60);
            assertThat(proposal.why()).singleElement().asString().startsWith("close to ");
        });
    }

    @Test
    void a_page_is_reproduced_with_the_vectors_that_it_cites_when_newer_ones_serve() {
        ServedDecision before = serve();
        platform.embed("v1");
        ServedDecision page = serve();
        platform.embed("v2");
        serve();

        assertThat(platform.decisions.reproduce(page.logged().id()).identical()).isTrue();
        assertThat(platform.decisions.reproduce(before.logged().id()).identical())
                .isTrue();
    }
}
