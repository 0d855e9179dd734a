package dev.counterpoint.contracts.eventstore;

import dev.counterpoint.domain.event.DomainEvent;

/** An event that says something, for tests of stores. */
public record Noted(String text) implements DomainEvent {}
