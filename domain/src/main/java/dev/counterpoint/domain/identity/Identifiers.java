package dev.counterpoint.domain.identity;

import java.util.regex.Pattern;

/** The shape of identifiers that clients choose: 1 to 128 characters of {@code A-Z a-z 0-9 . _ ~ -}. */
public final class Identifiers {
    /** The shape as a regular expression, for validation at the edge. */
    public static final String PATTERN = "[A-Za-z0-9._~-]{1,128}";

    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    private Identifiers() {}

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }

    /**
     * @param what what the value identifies, for the message
     * @return the value itself
     * @throws IllegalArgumentException if the value does not have the shape of an identifier
     */
    public static String require(String what, String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    what + " must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ -, not \"" + value + "\"");
        }
        return value;
    }
}
