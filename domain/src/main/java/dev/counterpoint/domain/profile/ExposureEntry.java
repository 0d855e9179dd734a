package dev.counterpoint.domain.profile;

/** A card that was shown and not answered, or sent away. Card ids are ASCII. */
final class ExposureEntry extends Entry<ExposureEntry> {
    long unanswered;
    long lastAt;
    boolean dismissed;

    ExposureEntry(String cardId) {
        super(cardId);
    }

    @Override
    ExposureEntry copy() {
        ExposureEntry copy = new ExposureEntry(key);
        copy.unanswered = unanswered;
        copy.lastAt = lastAt;
        copy.dismissed = dismissed;
        return copy;
    }

    @Override
    int nameBytes() {
        return key.length();
    }
}
