package dev.counterpoint.infra.benchmarks.eventstore;

import dev.counterpoint.domain.encryption.ContentKey;
import dev.counterpoint.domain.encryption.ContentPlace;
import dev.counterpoint.domain.event.DomainEvent;
import dev.counterpoint.domain.event.EncodedEvent;
import dev.counterpoint.domain.eventlog.Sha256;
import dev.counterpoint.infra.kafka.codec.JsonEventCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileMapper;

/**
 * What one event costs on its way to and from its stored bytes: a play of a card with four tags. {@code tree…} are the steps that differ between
 * the formats; {@code encode} and {@code decode} are the platform's codec as it is, whatever the parameter.
 *
 * <p>Run with {@code java -cp "infra/benchmarks/target/benchmarks-0.1.0-SNAPSHOT.jar:infra/benchmarks/target/lib/*" org.openjdk.jmh.Main
 * EventCost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init")
public class EventCost {
    private static final String EVENT_ID = "6f9619ff-8b86-4011-b42d-00c04fc964ff";

    /** A format of the same tree. */
    public enum Format {
        JSON(JsonMapper.builder().build()),
        SMILE(SmileMapper.builder().build()),
        CBOR(CBORMapper.builder().build());

        private final ObjectMapper mapper;

        Format(ObjectMapper mapper) {
            this.mapper = mapper;
        }
    }

    @Param
    private Format format;

    private final JsonEventCodec codec = JsonEventCodec.ofAllEvents();
    private final ContentKey key = new ContentKey(new byte[ContentKey.BYTES]);
    private DomainEvent event;
    private EncodedEvent encoded;
    private JsonNode tree;
    private byte[] bytes;
    private byte[] encrypted;

    @Setup
    public void prepare() {
        event = MadeUpEvents.play(42);
        encoded = codec.encode(event);
        tree = Format.JSON.mapper.readTree(encoded.payload());
        bytes = format.mapper.writeValueAsBytes(tree);
        encrypted = key.encrypt(place(), encoded.payload());
    }

    private static ContentPlace place() {
        return ContentPlace.of("event", "l-0123456789abcdef0123456789abcdef", EVENT_ID, "interaction-recorded", "1");
    }

    /** Reported beside the time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Size {
        public long bytes;
    }

    @Benchmark
    public byte[] treeToBytes(Size size) {
        byte[] written = format.mapper.writeValueAsBytes(tree);
        size.bytes = written.length;
        return written;
    }

    @Benchmark
    public JsonNode bytesToTree() {
        return format.mapper.readTree(bytes);
    }

    @Benchmark
    public EncodedEvent encode() {
        return codec.encode(event);
    }

    @Benchmark
    public DomainEvent decode() {
        return codec.decode(encoded);
    }

    @Benchmark
    public byte[] encrypt() {
        return key.encrypt(place(), encoded.payload());
    }

    @Benchmark
    public byte[] decrypt() {
        return key.decrypt(place(), encrypted);
    }

    @Benchmark
    public Sha256 hash() {
        return Sha256.of(encoded.payload());
    }
}
