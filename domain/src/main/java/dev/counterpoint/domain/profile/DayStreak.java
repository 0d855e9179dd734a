package dev.counterpoint.domain.profile;

/** On how many days (UTC) in a row something was played. */
final class DayStreak {
    long days;

    /** Of the last play, days since 1970. */
    long lastDay = -1;

    DayStreak copy() {
        DayStreak copy = new DayStreak();
        copy.days = days;
        copy.lastDay = lastDay;
        return copy;
    }

    /** What comes late never mends a streak that was broken. */
    void play(long day) {
        if (day > lastDay) {
            days = lastDay >= 0 && day == lastDay + 1 ? days + 1 : 1;
            lastDay = day;
        }
    }

    /** A day that is not over breaks no streak. */
    long at(long today) {
        return lastDay >= 0 && today - lastDay <= 1 ? days : 0;
    }
}
