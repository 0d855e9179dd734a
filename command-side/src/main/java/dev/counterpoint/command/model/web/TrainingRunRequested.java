package dev.counterpoint.command.model.web;

/**
 * The answer to a request for a training.
 *
 * @param runId by which it can be looked at
 * @param changed false if the same was requested before
 */
record TrainingRunRequested(String runId, boolean changed) {}
