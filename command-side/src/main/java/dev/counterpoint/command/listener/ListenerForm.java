package dev.counterpoint.command.listener;

import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.command.stream.StateBytes;
import dev.counterpoint.command.stream.StateForm;
import dev.counterpoint.command.stream.StateSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bytes of a listener's state. */
public final class ListenerForm implements StateForm<Listener> {
    private static final String NAME = "listener";
    private static final int REVISION = 1;

    @Override
    public Class<Listener> type() {
        return Listener.class;
    }

    @Override
    public Listener initial() {
        return new Listener();
    }

    static StateSnapshot write(
            String stream, Instant lastRecordedAt, @Nullable Fingerprint settings, RecentInteractions recent) {
        return StateBytes.write(NAME, REVISION, out -> {
            out.writeUTF(stream);
            StateBytes.writeInstant(out, lastRecordedAt);
            out.writeBoolean(settings != null);
            if (settings != null) {
                out.writeLong(settings.high());
                out.writeLong(settings.low());
            }
            recent.writeTo(out);
        });
    }

    @Override
    public Listener read(StateSnapshot snapshot) {
        return StateBytes.read(NAME, REVISION, snapshot, in -> {
            String stream = in.readUTF();
            Instant lastRecordedAt = StateBytes.readInstant(in);
            Fingerprint settings = in.readBoolean() ? new Fingerprint(in.readLong(), in.readLong()) : null;
            return new Listener(stream, lastRecordedAt, settings, RecentInteractions.readFrom(in));
        });
    }
}
