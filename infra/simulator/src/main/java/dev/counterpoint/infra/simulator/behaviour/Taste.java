package dev.counterpoint.infra.simulator.behaviour;

import dev.counterpoint.domain.catalog.Card;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a listener likes: some tags always, some in one half of the day, and some not at all. Not thread-safe. */
final class Taste {
    /** How much less each further tag of a card tells. */
    private static final double NEXT_TAG = 0.8;

    private final BehaviourParameters parameters;
    private final TasteTags tags;
    private final Map<String, Liking> likings = new LinkedHashMap<>();

    private record Liking(double weight, Daypart daypart) {
        double at(int localMinute, double wrongDaypart) {
            return daypart.includes(localMinute) ? weight : weight * wrongDaypart;
        }
    }

    Taste(BehaviourParameters parameters, TasteTags tags, RandomGenerator chance) {
        this.parameters = parameters;
        this.tags = tags;
        int most = Math.min(parameters.favourites(), tags.size());
        while (likings.size() < most) {
            likings.putIfAbsent(tags.draw(chance), new Liking(newWeight(chance), daypart(likings.size())));
        }
        most = Math.min(parameters.favourites() + parameters.dislikes(), tags.size());
        while (likings.size() < most) {
            likings.putIfAbsent(tags.draw(chance), new Liking(-newWeight(chance), Daypart.ALWAYS));
        }
    }

    /** How well a card fits at a time of the day, within (−1, 1). */
    double match(Card card, int localMinute) {
        double sum = 0;
        double tells = 1;
        for (String tag : TasteTags.telling(card)) {
            Liking liking = likings.get(tag);
            if (liking != null) {
                sum += tells * liking.at(localMinute, parameters.wrongDaypart());
            }
            tells *= NEXT_TAG;
        }
        return Math.tanh(sum);
    }

    /** A day passes. */
    void drift(RandomGenerator chance) {
        for (String tag : List.copyOf(likings.keySet())) {
            Liking liking = likings.get(tag);
            if (liking != null && liking.weight() > 0) {
                double wobble = Math.exp(parameters.wobblePerDay() * chance.nextGaussian());
                likings.put(tag, new Liking(Math.min(liking.weight() * wobble, 2), liking.daypart()));
                if (chance.nextDouble() < parameters.replacedPerDay() / parameters.favourites()) {
                    replace(tag, liking, chance);
                }
            }
        }
    }

    private void replace(String tag, Liking liking, RandomGenerator chance) {
        String other = tags.draw(chance);
        if (!likings.containsKey(other)) {
            likings.remove(tag);
            likings.put(other, new Liking(newWeight(chance), liking.daypart()));
        }
    }

    private static double newWeight(RandomGenerator chance) {
        return 0.5 + chance.nextDouble();
    }

    /** Of every seven favourites three hold all day, two early and two late. */
    private static Daypart daypart(int number) {
        return switch (number % 7) {
            case 0, 1, 2 -> Daypart.ALWAYS;
            case 3, 4 -> Daypart.EARLY;
            default -> Daypart.LATE;
        };
    }
}
