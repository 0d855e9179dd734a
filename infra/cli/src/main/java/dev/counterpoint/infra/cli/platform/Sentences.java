package dev.counterpoint.infra.cli.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What an exception of the JDK means, in words; their own messages are often only a path. */
public final class Sentences {
    private Sentences() {}

    /** A clause without a full stop, e.g. {@code permission denied}. */
    public static String of(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (failed instanceof FileAlreadyExistsException || failed instanceof NotDirectoryException) {
            return "a file stands where a folder is needed";
        }
        if (failed instanceof ConnectException) {
            return "nothing listens there";
        }
        String message = failed.getMessage();
        return message == null || message.isBlank() ? "the connection broke" : message;
    }
}
