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
    /** The first one had no country: a listener that was kept so is folded from their stream again. */
    private static final int REVISION = 2;

    private static final String NO_COUNTRY = "";

    @Override
    public Class<Listener> type() {
        return Listener.class;
    }

    @Override
    public Listener initial() {
        return new Listener();
    }

    static StateSnapshot write(
            String stream,
            Instant lastRecordedAt,
            @Nullable Fingerprint settings,
            @Nullable String country,
            RecentInteractions recent) {
        return StateBytes.write(NAME, REVISION, out -> {
            out.writeUTF(stream);
            StateBytes.writeInstant(out, lastRecordedAt);
            out.writeBoolean(settings != null);
            if (settings != null) {
                out.writeLong(settings.high());
                out.writeLong(settings.low());
            }
            out.writeUTF(country == null ? NO_COUNTRY : country);
            recent.writeTo(out);
        });
    }

    @Override
    public Listener read(StateSnapshot snapshot) {
        return StateBytes.read(NAME, REVISION, snapshot, in -> {
            String stream = in.readUTF();
            Instant lastRecordedAt = StateBytes.readInstant(in);
            Fingerprint settings = in.readBoolean() ? new Fingerprint(in.readLong(), in.readLong()) : null;
            String country = in.readUTF();
            return new Listener(
                    stream,
                    lastRecordedAt,
                    settings,
                    country.equals(NO_COUNTRY) ? null : country,
                    RecentInteractions.readFrom(in));
        });
    }
}
