package dev.counterpoint.command.catalog;

import dev.counterpoint.command.catalog.ShardEntries.Entry;
import dev.counterpoint.command.stream.Fingerprint;
import dev.counterpoint.command.stream.StateBytes;
import dev.counterpoint.command.stream.StateForm;
import dev.counterpoint.command.stream.StateSnapshot;
import java.time.Instant;
import java.util.Map;

/** The bytes of a shard's state. */
public final class CardShardForm implements StateForm<CardShard> {
    private static final String NAME = "catalog-shard";
    private static final int REVISION = 1;

    @Override
    public Class<CardShard> type() {
        return CardShard.class;
    }

    @Override
    public CardShard initial() {
        return new CardShard();
    }

    static StateSnapshot write(String stream, Instant lastRecordedAt, ShardEntries entries) {
        return StateBytes.write(NAME, REVISION, out -> {
            out.writeUTF(stream);
            StateBytes.writeInstant(out, lastRecordedAt);
            out.writeInt(entries.size());
            for (Map.Entry<String, Entry> entry : entries.byKey().entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeLong(entry.getValue().content().high());
                out.writeLong(entry.getValue().content().low());
                out.writeBoolean(entry.getValue().retired());
            }
        });
    }

    @Override
    public CardShard read(StateSnapshot snapshot) {
        return StateBytes.read(NAME, REVISION, snapshot, in -> {
            String stream = in.readUTF();
            Instant lastRecordedAt = StateBytes.readInstant(in);
            ShardEntries entries = new ShardEntries();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                String key = in.readUTF();
                entries.byKey().put(key, new Entry(new Fingerprint(in.readLong(), in.readLong()), in.readBoolean()));
            }
            return new CardShard(stream, lastRecordedAt, entries);
        });
    }
}
