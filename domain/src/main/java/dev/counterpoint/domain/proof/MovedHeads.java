package dev.counterpoint.domain.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The heads of the chains that this process moved and has not vouched for yet. Thread-safe. */
public final class MovedHeads {
    private final Map<String, ChainHead> heads = new ConcurrentHashMap<>();

    /** A chain moved to a position; lower ones of the same chain count no more. */
    public void moved(ChainHead head) {
        heads.merge(head.chain(), head, (old, next) -> next.isAfter(old) ? next : old);
    }

    /** Takes what is there: what moves meanwhile is in the next one. */
    List<ChainHead> take() {
        List<ChainHead> taken = new ArrayList<>(heads.size());
        for (String chain : heads.keySet()) {
            ChainHead head = heads.remove(chain);
            if (head != null) {
                taken.add(head);
            }
        }
        return taken;
    }

    int size() {
        return heads.size();
    }
}
