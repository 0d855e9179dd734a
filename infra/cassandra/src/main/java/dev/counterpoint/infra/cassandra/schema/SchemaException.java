package dev.counterpoint.infra.cassandra.schema;

/** The tables cannot be brought to the form that this version needs. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SchemaException(String message) {
        super(message);
    }
}
