package dev.counterpoint.infra.cli.testing;

/**
 * What came of running a command.
 *
 * @param exit its code
 * @param figures its standard output
 * @param sentences its standard error
 */
public record CommandRun(int exit, String figures, String sentences) {}
