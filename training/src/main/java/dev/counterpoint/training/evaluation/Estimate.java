package dev.counterpoint.training.evaluation;

/**
 * An off-policy estimate of a one-page value: the expected reward of one page at the states that the logging policy produced. It says
 * nothing of what the policy would make of its listeners once it is deployed.
 *
 * @param standardError clustered by listener, by linearisation
 */
public record Estimate(double value, double standardError) {}
