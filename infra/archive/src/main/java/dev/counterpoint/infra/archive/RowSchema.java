package dev.counterpoint.infra.archive;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.counterpoint.domain.feature.Feature;
import dev.counterpoint.domain.feature.FeatureSet;
import dev.counterpoint.training.row.Reward;
import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/** The columns of a row of training: a group of rewards and one of features, each by name. Released names and types never change. */
final class RowSchema {
    private RowSchema() {}

    static MessageType of(FeatureSet set) {
        return Types.buildMessage()
                .required(BINARY)
                .as(stringType())
                .named("decision_id")
                .required(INT64)
                .named("listener")
                .required(INT64)
                .as(timestampType(true, TimeUnit.MICROS))
                .named("served_at")
                .required(INT32)
                .named("row")
                .required(INT32)
                .named("column")
                .required(INT32)
                .named("list_length")
                .required(DOUBLE)
                .named("marginal_propensity")
                .required(FLOAT)
                .named("exposure_weight")
                .addField(floats("rewards", Reward.allWritten()))
                .addField(floats(
                        "features", set.features().stream().map(Feature::name).toList()))
                .named("training_row");
    }

    private static GroupType floats(String group, List<String> names) {
        Types.GroupBuilder<GroupType> fields = Types.requiredGroup();
        names.forEach(name -> fields.required(FLOAT).named(name));
        return fields.named(group);
    }
}
