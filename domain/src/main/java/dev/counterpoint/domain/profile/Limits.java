package dev.counterpoint.domain.profile;

/**
 * What a profile holds at most, and what it forgets first. A table grows a quarter beyond what it keeps before it is cut back, so
 * that cutting is rare; where its names are long, it keeps fewer. Together at most 64 KiB of canonical bytes.
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

    private Limits() {}
}
