package dev.counterpoint.infra.cassandra.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One step of the schema: a numbered file of CQL that never changes once it was released.
 *
 * @param version from 1
 * @param statements each safe to run again, since a process may die between them
 */
record Migration(int version, String name, List<String> statements) {

    /** @param resource beside this class: {@code 001-what-it-brings.cql} */
    static Migration ofResource(String resource) {
        try (InputStream file = Migration.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no migration " + resource);
            }
            return parse(resource, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Migration parse(String fileName, String cql) {
        int dash = fileName.indexOf('-');
        if (dash < 1 || !fileName.endsWith(".cql")) {
            throw new IllegalArgumentException("a migration is named NNN-what-it-brings.cql, not " + fileName);
        }
        String code = cql.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
        List<String> statements = Arrays.stream(code.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
        String name = fileName.substring(dash + 1, fileName.length() - ".cql".length());
        return new Migration(Integer.parseInt(fileName.substring(0, dash)), name, statements);
    }

    /** Over the statements, comments left out. */
    String checksum() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            statements.forEach(statement -> sha256.update((statement + ";").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
