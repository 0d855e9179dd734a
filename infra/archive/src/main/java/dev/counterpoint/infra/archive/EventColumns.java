package dev.counterpoint.infra.archive;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.uuidType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.counterpoint.domain.eventlog.Sha256;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** The columns of an archived event. Released names and types never change. */
enum EventColumns {
    STREAM,
    SEQUENCE,
    EVENT_ID,
    TYPE,
    REVISION,
    KEY_ID,
    RECORDED_AT,
    PAYLOAD,
    METADATA,
    PAYLOAD_HASH,
    CHAIN_HASH;

    private static final int UUID_BYTES = 16;

    static final MessageType SCHEMA = Types.buildMessage()
            .required(BINARY)
            .as(stringType())
            .named("stream")
            .required(INT64)
            .named("sequence")
            .required(FIXED_LEN_BYTE_ARRAY)
            .length(UUID_BYTES)
            .as(uuidType())
            .named("event_id")
            .required(BINARY)
            .as(stringType())
            .named("type")
            .required(INT32)
            .named("revision")
            .required(BINARY)
            .as(stringType())
            .named("key_id")
            .required(INT64)
            .as(timestampType(true, TimeUnit.MICROS))
            .named("recorded_at")
            .required(BINARY)
            .named("payload")
            .required(BINARY)
            .named("metadata")
            .required(FIXED_LEN_BYTE_ARRAY)
            .length(Sha256.LENGTH)
            .named("payload_hash")
            .required(FIXED_LEN_BYTE_ARRAY)
            .length(Sha256.LENGTH)
            .named("chain_hash")
            .named("event");

    /** Those whose values are all different, for which a dictionary is only a detour. */
    static final List<EventColumns> WITHOUT_REPEATS = List.of(EVENT_ID, PAYLOAD, METADATA, PAYLOAD_HASH, CHAIN_HASH);

    String written() {
        return SCHEMA.getFieldName(ordinal());
    }

    static Binary binary(UUID id) {
        return Binary.fromConstantByteArray(ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static UUID uuid(Binary value) {
        ByteBuffer bytes = value.toByteBuffer();
        return new UUID(bytes.getLong(bytes.position()), bytes.getLong(bytes.position() + Long.BYTES));
    }
}
