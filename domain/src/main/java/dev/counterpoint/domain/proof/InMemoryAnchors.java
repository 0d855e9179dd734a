package dev.counterpoint.domain.proof;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Anchors within one process. */
public final class InMemoryAnchors implements Anchors {
    private final List<SignedCheckpoint> anchors = new CopyOnWriteArrayList<>();

    @Override
    public void add(SignedCheckpoint checkpoint) {
        anchors.add(checkpoint);
    }

    @Override
    public List<SignedCheckpoint> all() {
        return List.copyOf(anchors);
    }
}
