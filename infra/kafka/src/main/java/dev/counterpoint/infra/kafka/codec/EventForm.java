package dev.counterpoint.infra.kafka.codec;

import dev.counterpoint.domain.event.DomainEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of one kind of event.
 *
 * @param type the stable name
 * @param event the record that is read and written
 * @param lifts from revision 1 to 2, from 2 to 3 and so on: the newest revision is one more than there are
 */
record EventForm<E extends DomainEvent>(
        String type,
        Class<E> event,
        BiConsumer<E, ObjectNode> writer,
        Function<Fields, E> reader,
        List<UnaryOperator<ObjectNode>> lifts) {
    EventForm {
        lifts = List.copyOf(lifts);
    }

    int revision() {
        return lifts.size() + 1;
    }

    void writeAny(DomainEvent any, ObjectNode content) {
        writer.accept(event.cast(any), content);
    }

    E read(ObjectNode content) {
        return reader.apply(new Fields(content));
    }

    ObjectNode lifted(ObjectNode content, int revision) {
        ObjectNode lifted = content;
        for (UnaryOperator<ObjectNode> lift : lifts.subList(revision - 1, lifts.size())) {
            lifted = lift.apply(lifted);
        }
        return lifted;
    }
}
