package dev.counterpoint.domain.proof;

import dev.counterpoint.domain.eventlog.Append;
import dev.counterpoint.domain.eventlog.EventLog;
import dev.counterpoint.domain.eventlog.ForwardingEventLog;
import dev.counterpoint.domain.eventlog.StoredEvent;
import java.util.List;

/** An event log whose heads the next checkpoint vouches for. */
public final class VouchedEventLog extends ForwardingEventLog {
    private final MovedHeads moved;

    public VouchedEventLog(EventLog log, MovedHeads moved) {
        super(log);
        this.moved = moved;
    }

    @Override
    public List<StoredEvent> append(Append append) {
        List<StoredEvent> stored = super.append(append);
        StoredEvent last = stored.get(stored.size() - 1);
        moved.moved(ChainHead.of(append.stream(), last.sequence(), last.link()));
        return stored;
    }
}
