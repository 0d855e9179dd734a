package dev.counterpoint.command.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Readers of single values. None turns one kind of value into another. */
final class ScalarReaders {
    private ScalarReaders() {}

    /**
     * A text, turned into a value.
     *
     * @param parse throws IllegalArgumentException where the text is not one of those expected
     */
    record OfText(String expected, Function<String, Object> parse) implements ValueReader {
        @Override
        public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                return refuse(in, pointer, faults);
            }
            String text = in.getString();
            if (!isPlain(text)) {
                faults.add(pointer, "must be text without control characters and without halves of characters");
                return null;
            }
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException notExpected) {
                faults.add(pointer, "must be " + expected + ", not " + Faults.quoted(text));
                return null;
            }
        }

        /** What is not plain could not be written back as UTF-8, or grows when it is escaped. */
        private static boolean isPlain(String text) {
            return text.codePoints()
                    .noneMatch(c ->
                            Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }

    /** A whole number of 32 or 64 bits; 1.0 is none. */
    record OfWhole(boolean wide) implements ValueReader {
        @Override
        public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return refuse(in, pointer, faults);
            }
            return switch (in.getNumberType()) {
                case INT -> wide ? (Object) (long) in.getIntValue() : (Object) in.getIntValue();
                case LONG -> wide ? (Object) in.getLongValue() : refuse(in, pointer, faults);
                default -> refuse(in, pointer, faults);
            };
        }

        @Override
        public String expected() {
            return wide ? "a whole number of at most 64 bits" : "a whole number of at most 32 bits";
        }
    }

    /** A number that a 32-bit float can hold, rounded to the nearest. */
    record OfFloat() implements ValueReader {
        @Override
        public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
            JsonToken token = in.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return refuse(in, pointer, faults);
            }
            float value = (float) in.getDoubleValue();
            return Float.isFinite(value) ? value : refuse(in, pointer, faults);
        }

        @Override
        public String expected() {
            return "a number within ±3.4e38";
        }
    }

    /** A number. */
    record OfDouble() implements ValueReader {
        @Override
        public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
            JsonToken token = in.currentToken();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                return refuse(in, pointer, faults);
            }
            double value = in.getDoubleValue();
            return Double.isFinite(value) ? value : refuse(in, pointer, faults);
        }

        @Override
        public String expected() {
            return "a number within ±1.7e308";
        }
    }

    /** True or false. */
    record OfBoolean() implements ValueReader {
        @Override
        public @Nullable Object read(JsonParser in, String pointer, Faults faults) {
            return switch (in.currentToken()) {
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> refuse(in, pointer, faults);
            };
        }

        @Override
        public String expected() {
            return "true or false";
        }
    }
}
