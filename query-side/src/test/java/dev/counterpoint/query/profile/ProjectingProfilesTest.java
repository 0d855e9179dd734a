package dev.counterpoint.query.profile;

import static dev.counterpoint.query.SmallPlatform.listener;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.event.EventBatch;
import dev.counterpoint.domain.event.RecordedEvent;
import dev.counterpoint.domain.event.SkippedEvents;
import dev.counterpoint.domain.event.StreamId;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import dev.counterpoint.query.SmallPlatform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectingProfilesTest {
    private static final StreamId ANNA = listener("anna");
    private static final StreamId BERT = listener("bert");

    private final SmallPlatform platform = new SmallPlatform();
    private final InMemoryProfiles profiles = new InMemoryProfiles();
    private final Parking parking =
            new Parking(new InMemoryParkedListeners(), platform.history, new SkippedEvents(), platform.clock);
    private final ProjectingProfiles projecting =
            new ProjectingProfiles(profiles, platform.history, parking, 1_000_000);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void events_ofSeveralStreams_areFoldedEach() {
        platform.playSome(ANNA, 20);
        platform.playSome(BERT, 10);
        List<RecordedEvent> mixed = new ArrayList<>(all(ANNA));
        mixed.addAll(all(BERT));

        projecting.accept(batch(mixed));

        assertThat(profiles.find(ANNA)).contains(foldOf(all(ANNA)));
        assertThat(profiles.find(BERT)).contains(foldOf(all(BERT)));
        assertThat(projecting.figures()).isEqualTo(new ProjectionFigures(30, 0, 0));
    }

    @Test
    void events_thatCameBefore_areDropped() {
        platform.playSome(ANNA, 10);
        projecting.accept(batch(all(ANNA)));
        projecting.accept(batch(all(ANNA).subList(3, 8)));

        assertThat(profiles.find(ANNA)).contains(foldOf(all(ANNA)));
        assertThat(projecting.figures()).isEqualTo(new ProjectionFigures(10, 5, 0));
    }

    @Test
    void events_thatAreMissing_areReadFromTheStore() {
        platform.playSome(ANNA, 10);
        projecting.accept(batch(all(ANNA).subList(0, 2)));
        projecting.accept(batch(List.of(all(ANNA).get(3), all(ANNA).get(9))));

        assertThat(profiles.find(ANNA)).contains(foldOf(all(ANNA)));
        assertThat(projecting.figures().gaps()).isEqualTo(2);
    }

    @Test
    void missingEvents_thatCannotBeRead_failTheBatch_whichMayComeAgain() {
        platform.playSome(ANNA, 4);
        EventBatch late = batch(all(ANNA).subList(3, 4));
        platform.history.setReachable(false);
        assertThatThrownBy(() -> projecting.accept(late)).isInstanceOf(StoreUnavailableException.class);

        platform.history.setReachable(true);
        projecting.accept(late);

        assertThat(profiles.find(ANNA)).contains(foldOf(all(ANNA)));
    }

    @Test
    void profile_thatCannotBeSaved_failsTheBatch_andIsNotTakenForSaved() {
        platform.playSome(ANNA, 4);
        FailingOnce failing = new FailingOnce();
        ProjectingProfiles overFailing = new ProjectingProfiles(failing, platform.history, parking, 1_000_000);
        assertThatThrownBy(() -> overFailing.accept(batch(all(ANNA)))).isInstanceOf(StoreUnavailableException.class);

        overFailing.accept(batch(all(ANNA)));

        assertThat(failing.find(ANNA)).contains(foldOf(all(ANNA)));
    }

    @Test
    void anyOrderOfBatches_endsInTheSameProfile() {
        platform.playSome(ANNA, 60);
        List<RecordedEvent> shuffled = new ArrayList<>(all(ANNA));
        Collections.shuffle(shuffled, new Random(5));

        shuffled.forEach(event -> projecting.accept(batch(List.of(event))));

        assertThat(profiles.find(ANNA)).contains(foldOf(all(ANNA)));
    }

    @Test
    void processThatStartsAnew_goesOnFromTheStoredProfile() {
        platform.playSome(ANNA, 10);
        projecting.accept(batch(all(ANNA).subList(0, 5)));
        int readsBefore = platform.history.reads();

        new ProjectingProfiles(profiles, platform.history, parking, 1_000_000)
                .accept(batch(all(ANNA).subList(5, 10)));

        assertThat(profiles.find(ANNA)).contains(foldOf(all(ANNA)));
        assertThat(platform.history.reads()).isEqualTo(readsBefore);
    }

    private List<RecordedEvent> all(StreamId stream) {
        return platform.history.all(stream);
    }

    private static EventBatch batch(List<RecordedEvent> events) {
        return new EventBatch(0, 0, events.size(), events);
    }

    private static Profile foldOf(List<RecordedEvent> events) {
        return Profile.empty().applyAll(events);
    }

    private static final class FailingOnce implements Profiles {
        @Override
        public void markRebuilt() {
            kept.markRebuilt();
        }

        @Override
        public boolean isRebuilt() {
            return kept.isRebuilt();
        }

        @Override
        public void forget(StreamId stream) {
            throw new UnsupportedOperationException("nobody is erased here");
        }

        private final InMemoryProfiles kept = new InMemoryProfiles();
        private boolean failed;

        @Override
        public Optional<Profile> find(StreamId stream) {
            return kept.find(stream);
        }

        @Override
        public CompletionStage<Void> save(StreamId stream, Profile profile) {
            if (!failed) {
                failed = true;
                return CompletableFuture.failedFuture(new StoreUnavailableException("taken away by the test", null));
            }
            return kept.save(stream, profile);
        }
    }
}
