package dev.counterpoint.contracts.faults;

/** What a caller was told of an operation. */
public enum Outcome {
    /** It took effect. */
    ACKNOWLEDGED,
    /** It had no effect and never will. */
    REFUSED,
    /** It may have taken effect, or may yet. */
    UNKNOWN
}
