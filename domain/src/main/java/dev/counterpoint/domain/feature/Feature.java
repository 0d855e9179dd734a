package dev.counterpoint.domain.feature;

import java.util.function.ToDoubleFunction;

/** A named pure function of what is known at a moment; each kind can read no more than its scope tells. */
public sealed interface Feature {

    FeatureDescription description();

    default String name() {
        return description().name();
    }

    /** A feature of the listener or of the request. */
    record OfMoment(FeatureDescription description, ToDoubleFunction<Moment> function) implements Feature {
        /** Within the described range, whatever the moment. */
        public float valueAt(Moment moment) {
            return description.within(function.applyAsDouble(moment));
        }
    }

    /** A feature of a shelf, for the listener. */
    record OfShelf(FeatureDescription description, ToDoubleFunction<ShelfMoment> function) implements Feature {
        /** Within the described range, whatever the moment. */
        public float valueAt(ShelfMoment moment) {
            return description.within(function.applyAsDouble(moment));
        }
    }

    /** A feature of a card, for any listener or for this one. */
    record OfPair(FeatureDescription description, ToDoubleFunction<PairMoment> function) implements Feature {
        /** Within the described range, whatever the moment. */
        public float valueAt(PairMoment moment) {
            return description.within(function.applyAsDouble(moment));
        }
    }
}
