package dev.counterpoint.domain.event;

/** Something that happened and was recorded. The families are sealed, one per kind of stream. */
public interface DomainEvent {}
