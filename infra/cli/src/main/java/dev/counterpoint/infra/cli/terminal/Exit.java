package dev.counterpoint.infra.cli.terminal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends. The server ends with the same codes, so what it met on its way up is told apart without reading its words. */
public enum Exit {
    OK(0, "done"),
    FAILED(1, "something failed; the last line says what"),
    USAGE(2, "the command line is not right"),
    NOT_RUNNING(3, "no platform runs on the data folder"),
    PORT_IN_USE(4, "the port is in use"),
    DATA_IN_USE(5, "a platform runs on the data folder already"),
    NO_JAVA(6, "no Java that Cassandra can run on"),
    DISK_FULL(7, "the disk is full"),
    BROKEN_INPUT(8, "the file to import or to judge cannot be read, or has rows at fault"),
    BROKEN(9, "what is stored is not what was written");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** The exit of a code that a process ended with; {@link #FAILED} where it is none of ours. */
    public static Exit of(int code) {
        return Arrays.stream(values())
                .filter(exit -> exit.code == code)
                .findFirst()
                .orElse(FAILED);
    }

    /** What each code means, for the help. */
    public static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Exit exit : values()) {
            meanings.put(Integer.toString(exit.code), exit.meaning);
        }
        return meanings;
    }
}
