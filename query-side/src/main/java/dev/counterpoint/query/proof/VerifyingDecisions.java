package dev.counterpoint.query.proof;

import dev.counterpoint.domain.decision.DecisionChain;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.domain.proof.ChainHead;
import dev.counterpoint.domain.proof.Checkpoints;
import dev.counterpoint.domain.proof.Checkpoints.Sighting;
import dev.counterpoint.query.decision.DecisionGroups;
import dev.counterpoint.query.decision.LogPosition;
import dev.counterpoint.query.decision.LoggedDecision;
import dev.counterpoint.query.decision.StoredGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hashes the decisions of processes again and compares with what stands there and with what checkpoints saw. Thread-safe. */
public final class VerifyingDecisions {
    /** A hole in a chain that no checkpoint saw is looked for this far behind the last group found. */
    private static final int LOOK_BEHIND_END = 64;

    private final DecisionGroups groups;
    private final Checkpoints checkpoints;

    public VerifyingDecisions(DecisionGroups groups, Checkpoints checkpoints) {
        this.groups = groups;
        this.checkpoints = checkpoints;
    }

    /** From the last checkpoint before the decision to the first one that covers it. */
    public DecisionProof verify(LogPosition position) {
        String chain = ChainHead.ofDecisions(position.epoch());
        Optional<Sighting> before = checkpoints.lastBelow(chain, position.group());
        Optional<Sighting> after = checkpoints.firstFrom(chain, position.group());
        Walk walk = new Walk(position.epoch());
        walk.beginAt(before.map(each -> each.head().position()).orElse(0L));
        before.ifPresent(walk::expect);
        after.ifPresent(walk::expect);
        walk.goThrough(after.map(each -> each.head().position()).orElse(position.group()));
        return new DecisionProof(walk.decisions, after.orElse(null), walk.faults);
    }

    /** All that is kept of the decisions of a process. */
    public DecisionProof verifyAll(long epoch) {
        List<Sighting> newest = checkpoints.sightings(ChainHead.ofDecisions(epoch), 1);
        Walk walk = new Walk(epoch);
        newest.forEach(walk::expect);
        walk.beginAt(firstKept(epoch));
        walk.goToEnd();
        return new DecisionProof(walk.decisions, newest.isEmpty() ? null : newest.get(0), walk.faults);
    }

    /** Of a chain that is longer than records are kept the beginning is gone: everything up to somewhere. */
    private long firstKept(long epoch) {
        if (groups.stored(epoch, 0).isPresent()) {
            return 0;
        }
        long gone = 0;
        long there = 1;
        while (there < 1L << 40 && groups.stored(epoch, there).isEmpty()) {
            gone = there;
            there *= 2;
        }
        if (there >= 1L << 40) {
            return 0;
        }
        while (there - gone > 1) {
            long middle = gone + (there - gone) / 2;
            if (groups.stored(epoch, middle).isPresent()) {
                there = middle;
            } else {
                gone = middle;
            }
        }
        return there;
    }

    private final class Walk {
        private final long epoch;
        private final String chain;
        private final List<Sighting> expected = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private byte @Nullable [] link;
        private long next;
        private long decisions;

        Walk(long epoch) {
            this.epoch = epoch;
            this.chain = ChainHead.ofDecisions(epoch);
        }

        void beginAt(long group) {
            next = group;
            link = group == 0 ? DecisionChain.start(epoch) : null;
        }

        void expect(Sighting sighting) {
            expected.add(sighting);
        }

        void goThrough(long lastGroup) {
            while (faults.isEmpty() && next <= lastGroup) {
                if (!step()) {
                    missing();
                }
            }
        }

        void goToEnd() {
            long seen = expected.stream()
                    .mapToLong(each -> each.head().position())
                    .max()
                    .orElse(-1);
            while (faults.isEmpty()) {
                if (!step()) {
                    if (next <= seen || goesOnBehind()) {
                        missing();
                    }
                    return;
                }
            }
        }

        private boolean goesOnBehind() {
            for (long group = next + 1; group <= next + LOOK_BEHIND_END; group++) {
                if (groups.stored(epoch, group).isPresent()) {
                    return true;
                }
            }
            return false;
        }

        /** @return false where there is no such group */
        private boolean step() {
            Optional<StoredGroup> found = groups.stored(epoch, next);
            found.ifPresent(this::check);
            return found.isPresent();
        }

        private void check(StoredGroup group) {
            byte[] before = link == null ? group.previousHash() : link;
            if (before == null) {
                // Nothing tells what a void group at the beginning of what is kept was chained to.
                link = group.voidHash();
            } else if (group.voidHash() != null) {
                take(DecisionChain.voidLink(epoch, next, before), group.voidHash(), -1);
            } else if (!Arrays.equals(before, group.previousHash())) {
                fault(0, "group " + next + " does not follow the one before it");
            } else {
                checkEntries(group, before);
            }
            next++;
        }

        private void checkEntries(StoredGroup group, byte[] before) {
            link = before;
            for (int slot = 0; slot < group.entries().size() && faults.isEmpty(); slot++) {
                LoggedDecision entry = group.entries().get(slot);
                if (entry.position().slot() != slot) {
                    fault(slot, "decision " + slot + " of group " + next + " is missing");
                    return;
                }
                byte[] again = DecisionChain.link(
                        epoch, next, slot, entry.id(), entry.record().bytes(), Objects.requireNonNull(link));
                take(again, entry.hash(), slot);
                decisions++;
            }
            for (Sighting sighting : expected) {
                ChainHead head = sighting.head();
                if (faults.isEmpty()
                        && head.position() == next
                        && head.slot() >= group.entries().size()) {
                    fault(
                            group.entries().size(),
                            "group " + next + " is cut off: checkpoint " + sighting.number() + " of "
                                    + sighting.writer() + " saw slot " + head.slot());
                }
            }
        }

        private void take(byte[] computed, byte[] stored, int slot) {
            if (!Arrays.equals(computed, stored)) {
                fault(
                        Math.max(0, slot),
                        "what stands in slot " + slot + " of group " + next + " is not what was recorded");
                return;
            }
            link = computed;
            for (Sighting sighting : expected) {
                ChainHead head = sighting.head();
                if (head.position() == next
                        && head.slot() == slot
                        && !head.link().equals(new Sha256(computed))) {
                    fault(
                            Math.max(0, slot),
                            "slot " + slot + " of group " + next + " is not what checkpoint " + sighting.number()
                                    + " of " + sighting.writer() + " saw");
                }
            }
        }

        private void missing() {
            fault(0, "group " + next + " is missing");
        }

        private void fault(int slot, String what) {
            faults.add(new Fault(chain, next, slot, what));
        }
    }
}
