package dev.counterpoint.command.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an array. Items that do not fit are noted and left out, so a list is only used where there are no faults. */
record ListReader(ValueReader item) implements ValueReader {
    @Override
    public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            return refuse(in, pointer, faults);
        }
        List<Object> items = new ArrayList<>();
        boolean whole = true;
        for (int i = 0; in.nextToken() != JsonToken.END_ARRAY; i++) {
            Object value = item.read(in, pointer + "/" + i, faults);
            whole &= value != null;
            if (value != null) {
                items.add(value);
            }
        }
        return whole ? items : null;
    }

    @Override
    public String expected() {
        return "an array";
    }
}
