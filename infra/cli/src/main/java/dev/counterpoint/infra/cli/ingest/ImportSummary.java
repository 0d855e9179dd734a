package dev.counterpoint.infra.cli.ingest;

import dev.counterpoint.infra.cli.ingest.Account.Figures;
import dev.counterpoint.infra.cli.terminal.OutputFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an import came to.
 *
 * @param now the import's now, fixed at its first run
 * @param kinds what was sent, by kind
 * @param leftOut what of the file was not sent, by name
 * @param notes what one must know to read the figures
 * @param rejections the first of them
 * @param rejectedFile where all of them are named
 */
record ImportSummary(
        String source,
        Path file,
        Instant now,
        Map<String, Figures> kinds,
        Map<String, ? extends Number> leftOut,
        List<String> notes,
        List<String> rejections,
        Path rejectedFile,
        double seconds) {
    private static final JsonMapper JSON = new JsonMapper();

    String as(OutputFormat format) {
        return format == OutputFormat.JSON ? json() : text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "Imported %s in %.1f s", file.getFileName(), seconds));
        kinds.forEach((kind, figures) -> lines.add(line(kind, figures)));
        leftOut.forEach((what, count) -> {
            if (count.longValue() > 0) {
                lines.add(String.format(Locale.ROOT, "  left out: %s %,d", words(what), count.longValue()));
            }
        });
        rejections.forEach(rejection -> lines.add("  rejected: " + rejection));
        if (!rejections.isEmpty()) {
            lines.add("  all rejected lines are named in " + rejectedFile);
        }
        notes.forEach(note -> lines.add("  note: " + note));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(String kind, Figures figures) {
        Tally tally = figures.tally();
        return String.format(
                Locale.ROOT,
                "  %-12s %,9d: %,d new, %,d there before, %,d rejected; %,d sent now in %.1f s (%,.0f a second)",
                kind,
                tally.settled(),
                tally.accepted(),
                tally.duplicates(),
                tally.rejected(),
                figures.sent(),
                figures.seconds(),
                figures.perSecond());
    }

    /** {@code tagRowsOfUnknownTags} as words. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").toLowerCase(Locale.ROOT);
    }

    private String json() {
        ObjectNode root = JSON.createObjectNode()
                .put("source", source)
                .put("file", file.toString())
                .put("now", now.toString());
        kinds.forEach((kind, figures) -> root.set(kind, json(figures)));
        ObjectNode left = root.putObject("leftOut");
        leftOut.forEach((what, count) -> left.put(what, count.longValue()));
        rejections.forEach(root.putArray("rejections")::add);
        notes.forEach(root.putArray("notes")::add);
        return root.put("seconds", seconds).toString();
    }

    private static ObjectNode json(Figures figures) {
        Tally tally = figures.tally();
        return JSON.createObjectNode()
                .put("total", tally.settled())
                .put("accepted", tally.accepted())
                .put("duplicates", tally.duplicates())
                .put("rejected", tally.rejected())
                .put("sentNow", figures.sent())
                .put("seconds", figures.seconds())
                .put("perSecond", figures.perSecond());
    }
}
