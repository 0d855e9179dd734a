package dev.counterpoint.infra.cli.listenbrainz;

import dev.counterpoint.infra.cli.platform.CardLine;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of a dump. The recording is named by ListenBrainz's own id of it (msid), which its metadata determine; by its
 * MusicBrainz id (mbid) where the line has only that; else by a digest of title, artist and release.
 */
public final class ListenParser {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Instant latest;

    /** @param now listens more than five minutes later are broken */
    public ListenParser(Instant now) {
        this.latest = now.plus(TOLERANCE);
    }

    /** @param line JSON in UTF-8 */
    public Listen parse(byte[] line) throws BrokenListenException {
        JsonNode listen = tree(line);
        JsonNode track = listen.path("track_metadata");
        JsonNode more = track.path("additional_info");
        String title = text(track.path("track_name"), "track_name");
        String artist = text(track.path("artist_name"), "artist_name");
        List<String> creators = texts(more.path("artist_names")).toList();
        // Dumps do not say when a recording came out: the epoch stands for "not known", so that it never counts as new.
        CardLine card = new CardLine(
                recording(listen, track, title, artist),
                "track",
                title,
                creators.isEmpty() ? List.of(artist) : creators,
                tags(more.path("tags")),
                Instant.EPOCH);
        return new Listen(text(listen.path("user_name"), "user_name"), at(listen), card);
    }

    private static JsonNode tree(byte[] line) throws BrokenListenException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException notJson) {
            throw new BrokenListenException("is not JSON in UTF-8");
        }
        throw new BrokenListenException("is not a JSON object");
    }

    private static String text(JsonNode node, String name) throws BrokenListenException {
        String text = node.stringValue("").strip();
        if (text.isEmpty()) {
            throw new BrokenListenException("has no " + name);
        }
        return text;
    }

    private Instant at(JsonNode listen) throws BrokenListenException {
        JsonNode seconds = listen.has("timestamp") ? listen.path("timestamp") : listen.path("listened_at");
        if (!seconds.isIntegralNumber() || !seconds.canConvertToInt() || seconds.intValue() <= 0) {
            throw new BrokenListenException("has no timestamp in seconds since 1970");
        }
        Instant at = Instant.ofEpochSecond(seconds.intValue());
        if (at.isAfter(latest)) {
            throw new BrokenListenException("has a timestamp that lies ahead");
        }
        return at;
    }

    private static String recording(JsonNode listen, JsonNode track, String title, String artist) {
        JsonNode more = track.path("additional_info");
        return uuid(listen.path("recording_msid"), track.path("recording_msid"), more.path("recording_msid"))
                .map(msid -> "lb-msid-" + msid)
                .or(() -> uuid(track.path("mbid_mapping").path("recording_mbid"), more.path("recording_mbid"))
                        .map(mbid -> "lb-mbid-" + mbid))
                .orElseGet(() -> "lb-hash-"
                        + Digests.shortened(
                                title, artist, track.path("release_name").stringValue("")));
    }

    private static Optional<String> uuid(JsonNode... nodes) {
        return Stream.of(nodes)
                .map(node -> node.stringValue("").toLowerCase(Locale.ROOT))
                .filter(text -> UUID.matcher(text).matches())
                .findFirst();
    }

    private static List<String> tags(JsonNode tags) {
        Set<String> distinct = new LinkedHashSet<>();
        texts(tags).map(tag -> tag.toLowerCase(Locale.ROOT)).forEach(distinct::add);
        return List.copyOf(distinct);
    }

    private static Stream<String> texts(JsonNode array) {
        return array.isArray()
                ? array.values().stream()
                        .map(each -> each.stringValue(null))
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                : Stream.empty();
    }
}
