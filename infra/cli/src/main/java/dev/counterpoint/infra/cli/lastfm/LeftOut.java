package dev.counterpoint.infra.cli.lastfm;

/**
 * What of the data set cannot be used, counted so that nothing is dropped silently. A row counts once, under the first that holds.
 *
 * @param oldTagRows dated before 1980, when nobody tagged anything
 * @param unknownArtists artists that were tagged but are not among the artists
 * @param unknownArtistRows their tag rows
 * @param unknownTagRows rows of a tag that is not among the tags
 * @param unknownPlayRows rows of plays of an artist who is not among the artists
 */
record LeftOut(int oldTagRows, int unknownArtists, int unknownArtistRows, int unknownTagRows, int unknownPlayRows) {}
