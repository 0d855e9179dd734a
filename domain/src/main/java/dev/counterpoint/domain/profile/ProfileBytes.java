package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardKind;
import dev.counterpoint.domain.encoding.CanonicalReader;
import dev.counterpoint.domain.encoding.CanonicalWriter;
import dev.counterpoint.domain.encoding.UnreadableBytesException;
import dev.counterpoint.domain.listener.InteractionType;
import dev.counterpoint.domain.listener.ListenerSettings;
import dev.counterpoint.domain.listener.Tier;
import dev.counterpoint.domain.time.HalfLife;
import java.util.Arrays;

/**
 * A profile as canonical bytes: equal profiles give equal bytes, on every machine. The first byte is the version of this form, the
 * next number that of the fold.
 */
public final class ProfileBytes {
    private static final int FORM = 1;

    private ProfileBytes() {}

    /** At most 64 KiB. */
    public static byte[] encode(Profile profile) {
        CanonicalWriter out = new CanonicalWriter();
        ProfileState state = profile.state();
        out.writeByte(FORM);
        out.writeNumber(Profile.FOLD_VERSION);
        out.writeNumber(state.sequence + 1);
        writeSettings(out, state.settings);
        out.writeNumber(state.registeredAt + 1);
        out.writeNumber(state.lastRecordedAt + 1);
        writeInteractions(out, state);
        TableBytes.write(out, state);
        WindowBytes.write(out, state);
        return out.toBytes();
    }

    /**
     * The profile that was encoded.
     *
     * @throws UnreadableBytesException if the bytes are damaged or of another form or fold
     */
    public static Profile decode(byte[] bytes) {
        CanonicalReader in = new CanonicalReader(bytes);
        requireForm(in);
        long fold = in.readNumber();
        if (fold != Profile.FOLD_VERSION) {
            throw new UnreadableBytesException("a profile of fold " + fold + " is not one of " + Profile.FOLD_VERSION);
        }
        ProfileState state = new ProfileState();
        try {
            state.sequence = in.readNumber() - 1;
            state.settings = readSettings(in);
            state.registeredAt = in.readNumber() - 1;
            state.lastRecordedAt = in.readNumber() - 1;
            readInteractions(in, state);
            TableBytes.read(in, state);
            WindowBytes.read(in, state);
        } catch (IllegalArgumentException odd) {
            throw new UnreadableBytesException("not a profile: " + odd.getMessage());
        }
        in.requireEnd();
        return new Profile(state);
    }

    /** The version of the fold that made these bytes, readable whatever it is. */
    public static int foldVersion(byte[] bytes) {
        CanonicalReader in = new CanonicalReader(bytes);
        requireForm(in);
        return (int) in.readNumber();
    }

    private static void requireForm(CanonicalReader in) {
        int form = in.readByte();
        if (form != FORM) {
            throw new UnreadableBytesException("a profile in form " + form + " is not one in form " + FORM);
        }
    }

    private static void writeSettings(CanonicalWriter out, ListenerSettings settings) {
        out.writeWord(settings.tier().written());
        out.writeWord(settings.country() == null ? "" : settings.country());
        out.writeNumber(settings.birthYear() == null ? 0 : settings.birthYear());
        out.writeByte(settings.personalization() ? 1 : 0);
    }

    private static ListenerSettings readSettings(CanonicalReader in) {
        Tier tier = Tier.parse(in.readWord());
        String country = in.readWord();
        long birthYear = in.readNumber();
        boolean personalization = in.readByte() == 1;
        return new ListenerSettings(
                tier, country.isEmpty() ? null : country, birthYear == 0 ? null : (int) birthYear, personalization);
    }

    private static void writeInteractions(CanonicalWriter out, ProfileState state) {
        for (long reference : state.clock.references) {
            out.writeNumber(reference + 1);
        }
        writeSession(out, state.session);
        out.writeNumber(state.playedMs);
        out.writeSparse(state.listening);
        out.writeSparse(state.rhythm);
        for (InteractionType type : InteractionType.values()) {
            out.writeNumber(state.totals[type.ordinal()]);
            out.writeSparse(four(state.counts, type.ordinal()));
        }
        for (CardKind kind : CardKind.values()) {
            out.writeSparse(four(state.kinds, kind.ordinal()));
        }
    }

    private static void readInteractions(CanonicalReader in, ProfileState state) {
        for (int i = 0; i < HalfLife.COUNT; i++) {
            state.clock.references[i] = in.readNumber() - 1;
        }
        readSession(in, state.session);
        state.playedMs = in.readNumber();
        in.readSparse(state.listening);
        in.readSparse(state.rhythm);
        float[] four = new float[HalfLife.COUNT];
        for (InteractionType type : InteractionType.values()) {
            state.totals[type.ordinal()] = in.readNumber();
            in.readSparse(four);
            System.arraycopy(four, 0, state.counts, type.ordinal() * HalfLife.COUNT, HalfLife.COUNT);
        }
        for (CardKind kind : CardKind.values()) {
            in.readSparse(four);
            System.arraycopy(four, 0, state.kinds, kind.ordinal() * HalfLife.COUNT, HalfLife.COUNT);
        }
    }

    private static void writeSession(CanonicalWriter out, Session session) {
        out.writeNumber(session.startedAt + 1);
        out.writeNumber(session.lastActionAt + 1);
        out.writeNumber(session.lastPlayAt + 1);
        out.writeNumber(session.actions);
        out.writeNumber(session.skipStreak);
        out.writeNumber(session.playsSinceSkip);
    }

    private static void readSession(CanonicalReader in, Session session) {
        session.startedAt = in.readNumber() - 1;
        session.lastActionAt = in.readNumber() - 1;
        session.lastPlayAt = in.readNumber() - 1;
        session.actions = in.readNumber();
        session.skipStreak = in.readNumber();
        session.playsSinceSkip = in.readNumber();
    }

    private static float[] four(float[] values, int index) {
        return Arrays.copyOfRange(values, index * HalfLife.COUNT, (index + 1) * HalfLife.COUNT);
    }
}
