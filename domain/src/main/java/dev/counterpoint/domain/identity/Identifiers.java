package dev.counterpoint.domain.identity;

/**
 * The shape of identifiers that clients choose: 1 to 128 characters of {@code A-Z a-z 0-9 . _ ~ -}, but neither {@code .} nor {@code ..}: as a part of
 * an address these two name another one (RFC 3986, section 5.2.4).
 */
public final class Identifiers {
    /** The shape as a regular expression, for validation at the edge. */
    public static final String PATTERN = "(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}";

    private static final int MAX_LENGTH = 128;
    private static final boolean[] ALLOWED = allowed();

    private Identifiers() {}

    public static boolean isValid(String value) {
        int length = value.length();
        if (length == 0 || length > MAX_LENGTH || value.equals(".") || value.equals("..")) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char each = value.charAt(i);
            if (each >= ALLOWED.length || !ALLOWED[each]) {
                return false;
            }
        }
        return true;
    }

    /** By character: a page makes a thousand identifiers, and a regular expression would be felt. */
    private static boolean[] allowed() {
        boolean[] allowed = new boolean[128];
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-"
                .chars()
                .forEach(each -> allowed[each] = true);
        return allowed;
    }

    /**
     * @param what what the value identifies, for the message
     * @return the value itself
     * @throws IllegalArgumentException if the value does not have the shape of an identifier
     */
    public static String require(String what, String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException(what
                    + " must be 1 to 128 characters of A-Z a-z 0-9 . _ ~ - and not . or .., not \"" + value + "\"");
        }
        return value;
    }
}
