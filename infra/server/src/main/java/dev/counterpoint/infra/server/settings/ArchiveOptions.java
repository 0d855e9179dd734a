package dev.counterpoint.infra.server.settings;

import java.nio.file.Path;

/**
 * Where events are archived.
 *
 * @param folder for archives; empty: {@code archive} of the data folder
 * @param replay whether trainings read what is archived from the archive
 * @param rows whether the rows of trainings are kept there too
 */
public record ArchiveOptions(String folder, boolean replay, boolean rows) {

    /** @param data the data folder */
    public Path folder(Path data) {
        return folder.isBlank() ? data.resolve("archive") : Path.of(folder);
    }
}
