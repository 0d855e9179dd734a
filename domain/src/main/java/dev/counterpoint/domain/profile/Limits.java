package dev.counterpoint.domain.profile;

import dev.counterpoint.domain.catalog.CardFacts;

/**
 * What a profile holds at most, and what it forgets first. A table grows a quarter beyond what it keeps before it is cut back, so
 * that cutting is rare; where its names are long, it keeps fewer. Together at most 64 KiB of canonical bytes.
 *
 * <p>Who a listener is, their totals, faded counts, hours, weekdays, session, streaks and own sliding windows are of fixed size and never
 * forgotten. The sliding windows of tags and creators take what the tables may leave of the 64 KiB at their longest: all of them where names
 * are of usual length; else those of the names that were not played for the longest time, by day, are forgotten first, and count from 0
 * when such a name is played again. A row that is forgotten takes its windows with it.
 *
 * <table>
 * <caption>Tables</caption>
 * <tr><th>of</th><th>keeps</th><th>forgets first</th><th>bytes of names</th></tr>
 * <tr><td>tags</td><td>256</td><td>the weakest affinity over all half-lives</td><td>14 KiB</td></tr>
 * <tr><td>creators</td><td>128</td><td>the weakest affinity over all half-lives</td><td>5 KiB</td></tr>
 * <tr><td>cards played</td><td>64</td><td>the one played longest ago</td><td>9 KiB</td></tr>
 * <tr><td>cards shown without an answer</td><td>256</td><td>the one shown longest ago</td><td>7 KiB</td></tr>
 * <tr><td>shelf templates</td><td>24</td><td>the one with the least response</td><td>3 KiB</td></tr>
 * </table>
 */
final class Limits {
    static final int BYTES = 64 * 1024;

    static final int TAGS = 256;
    static final int TAG_BYTES = 14 * 1024;
    static final int CREATORS = 128;
    static final int CREATOR_BYTES = 5 * 1024;
    static final int RECENT_CARDS = 64;
    static final int RECENT_BYTES = 9 * 1024;
    static final int EXPOSURES = 256;
    static final int EXPOSURE_BYTES = 7 * 1024;
    static final int SHELVES = 24;
    static final int SHELF_BYTES = 3 * 1024;

    /** Longer names are not remembered. */
    static final int NAME_LENGTH = 128;

    /** Creators remembered of one card. */
    static final int CREATORS_OF_A_CARD = 4;

    /** What the windows of one name take at most: three numbers of 54, 54 and 63 bits. */
    static final int WINDOW_BYTES = 8 + 8 + 9;

    /** What is no row: settings, references, session, totals, weights, rhythm and the names of kinds. */
    private static final int REST_BYTES = 820 + ListenerWindows.MOST_BYTES;

    /** Beside a name: its length, four weights, a day, plays of seven days, and no windows. */
    private static final int AFFINITY_BYTES = 3 + 17 + 3 + 9 + 3;

    private static final int RECENT_ROW_BYTES = 3 + 2 + 2 + 3 * (CREATORS_OF_A_CARD + CardFacts.MAX_TAGS) + 9 + 9;
    private static final int EXPOSURE_ROW_BYTES = 3 + 5 + 9;

    /** Beside a name: its length, sixteen weights, two times four windows. */
    private static final int SHELF_ROW_BYTES = 3 + 67 + 2 * (WINDOW_BYTES + 9);

    private Limits() {}

    /** More than a state can take with no windows of tags and creators, whatever is in it. */
    static int mostBytesWithoutWindows(ProfileState state) {
        return REST_BYTES
                + state.tags.nameBytes()
                + AFFINITY_BYTES * (state.tags.size() + state.creators.size())
                + state.creators.nameBytes()
                + state.recent.nameBytes()
                + RECENT_ROW_BYTES * state.recent.size()
                + state.exposures.nameBytes()
                + EXPOSURE_ROW_BYTES * state.exposures.size()
                + state.shelves.nameBytes()
                + SHELF_ROW_BYTES * state.shelves.size();
    }
}
