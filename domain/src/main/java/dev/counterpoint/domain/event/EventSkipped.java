package dev.counterpoint.domain.event;

/** Stands in place of an event that an operator had passed over, because it could not be read or folded. Never stored. */
public record EventSkipped() implements DomainEvent {}
