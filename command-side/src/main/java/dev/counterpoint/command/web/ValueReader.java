package dev.counterpoint.command.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Reads the value at which a parser stands, to its last token; what does not fit is noted, and read as null. */
interface ValueReader {

    @Nullable
    Object read(JsonParser in, String pointer, Faults faults);

    /** What is expected, after "must be". */
    String expected();

    /** Notes that another kind of value stands here, and passes it over. */
    default @Nullable Object refuse(JsonParser in, String pointer, Faults faults) {
        faults.add(pointer, "must be " + expected() + ", not " + found(in));
        in.skipChildren();
        return null;
    }

    private static String found(JsonParser in) {
        return switch (in.currentToken()) {
            case VALUE_STRING -> "the text " + Faults.quoted(in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + number(in.getString());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> "something else";
        };
    }

    private static String number(String written) {
        return written.length() <= 40 ? written : written.substring(0, 40) + "…";
    }
}
