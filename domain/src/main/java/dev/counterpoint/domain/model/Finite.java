package dev.counterpoint.domain.model;

/** Numbers that are kept: what is not finite could not be read back. */
final class Finite {
    private Finite() {}

    /** @throws IllegalArgumentException if one of them is infinite or no number */
    static void require(String what, double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " is of finite numbers, not " + value);
            }
        }
    }
}
