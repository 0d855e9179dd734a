package dev.counterpoint.command.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant of something that happened: from 1970 on, and at most five minutes ahead of the platform's clock. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Happened.Check.class)
public @interface Happened {
    String message() default "must be from 1970 on and at most 5 minutes ahead of the platform's clock";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null happened whenever it likes. */
    final class Check implements ConstraintValidator<Happened, Instant> {
        private static final Duration AHEAD = Duration.ofMinutes(5);

        @Override
        public boolean isValid(@Nullable Instant value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            Instant latest = context.getClockProvider().getClock().instant().plus(AHEAD);
            return !value.isBefore(Instant.EPOCH) && !value.isAfter(latest);
        }
    }
}
