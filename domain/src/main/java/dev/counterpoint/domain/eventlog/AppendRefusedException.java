package dev.counterpoint.domain.eventlog;

/** An append was refused; nothing of it was written. Each reason is a type of its own. */
public abstract sealed class AppendRefusedException extends RuntimeException
        permits AppendTooLargeException,
                BrokenSequenceException,
                EventTooLargeException,
                RepeatedEventIdException,
                SeveralStreamsException,
                StaleVersionException,
                StreamSealedException,
                TooManyEventsException {
    private static final long serialVersionUID = 1L;

    AppendRefusedException(String message) {
        super(message);
    }
}
