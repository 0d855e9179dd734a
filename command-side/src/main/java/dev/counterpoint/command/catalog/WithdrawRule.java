package dev.counterpoint.command.catalog;

import dev.counterpoint.command.stream.StreamCommand;
import dev.counterpoint.domain.catalog.RuleId;
import dev.counterpoint.domain.event.StreamId;

/** Let this rule hold no more. Answered with a {@link Withdrawal}. */
public record WithdrawRule(StreamId stream, RuleId ruleId) implements StreamCommand {}
