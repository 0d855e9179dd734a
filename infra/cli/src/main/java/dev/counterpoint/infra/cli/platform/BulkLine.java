package dev.counterpoint.infra.cli.platform;

import tools.jackson.core.JsonGenerator;

/** One line of a bulk request. */
public interface BulkLine {

    /** Writes exactly one JSON object. */
    void writeTo(JsonGenerator json);
}
