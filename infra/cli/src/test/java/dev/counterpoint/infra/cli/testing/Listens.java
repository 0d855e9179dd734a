package dev.counterpoint.infra.cli.testing;

/** Lines of a ListenBrainz dump. */
public final class Listens {
    private Listens() {}

    /** A listen of a recording that ListenBrainz knows under the id {@code 00000000-0000-0000-0000-} and the number. */
    public static String listen(String user, long timestamp, int recording) {
        String msid = String.format("00000000-0000-0000-0000-%012d", recording);
        return """
                {"user_id": 1, "user_name": "%s", "timestamp": %d, "track_metadata": {"track_name": "Song %d",\
                 "artist_name": "A, B", "release_name": "R", "additional_info": {"artist_names": ["A", "B"],\
                 "recording_msid": "%s"}}, "recording_msid": "%s"}""".formatted(user, timestamp, recording, msid, msid);
    }

    public static String cardId(int recording) {
        return String.format("lb-msid-00000000-0000-0000-0000-%012d", recording);
    }
}
