package dev.counterpoint.infra.cassandra.session;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import dev.counterpoint.domain.refusal.StoreUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs statements on a keyspace, and says in the platform's words when the cluster does not answer. A statement that is wrong in itself stays
 * the driver's error: it is a fault of ours. Thread-safe.
 */
public final class Cql {
    private final CqlSession session;
    private final ConsistencyLevel consistency;
    private final ConsistencyLevel serialConsistency;

    /** @param session bound to a keyspace with the tables; its configuration has the consistency levels */
    public Cql(CqlSession session) {
        this.session = session;
        this.consistency = configured(session, DefaultDriverOption.REQUEST_CONSISTENCY);
        this.serialConsistency = configured(session, DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY);
    }

    private static ConsistencyLevel configured(CqlSession session, DefaultDriverOption option) {
        return DefaultConsistencyLevel.valueOf(
                session.getContext().getConfig().getDefaultProfile().getString(option));
    }

    /** Of reads and plain writes. */
    public ConsistencyLevel consistency() {
        return consistency;
    }

    /** Of reads that must see what conditional writes agreed on, the unfinished ones included. */
    public ConsistencyLevel serialConsistency() {
        return serialConsistency;
    }

    public PreparedStatement prepare(String cql) {
        return answered(() -> session.prepare(cql));
    }

    /** For statements that are run once in a while. */
    public void execute(String cql, Object... values) {
        answered(() -> session.execute(cql, values));
    }

    /** @throws StoreUnavailableException if there was no answer: a write may have taken effect */
    public void execute(Statement<?> statement) {
        answered(() -> session.execute(statement));
    }

    /** @return whether a conditional write found its condition to hold */
    public boolean applied(Statement<?> statement) {
        return answered(() -> session.execute(statement).wasApplied());
    }

    public Optional<Row> first(Statement<?> statement) {
        return answered(() -> Optional.ofNullable(session.execute(statement).one()));
    }

    public List<Row> all(Statement<?> statement) {
        return answered(() -> session.execute(statement).all());
    }

    /** Rows as they are asked for, a page in memory at a time; stop whenever you have seen enough. */
    public Iterable<Row> lazily(Statement<?> statement) {
        return answered(() -> session.execute(statement));
    }

    /** Hands over row after row, a page in memory at a time. */
    public void forEach(Statement<?> statement, Consumer<Row> rows) {
        answered(() -> {
            session.execute(statement).forEach(rows);
            return statement;
        });
    }

    /** Fails with a {@link StoreUnavailableException} if there was no answer. */
    public CompletionStage<AsyncResultSet> executeAsync(Statement<?> statement) {
        return session.executeAsync(statement).exceptionallyCompose(failed -> {
            Throwable cause = failed instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failed;
            return CompletableFuture.failedFuture(
                    cause instanceof DriverException noAnswer ? inOurWords(noAnswer) : cause);
        });
    }

    private static <T> T answered(Supplier<T> request) {
        try {
            return request.get();
        } catch (DriverException failed) {
            throw inOurWords(failed);
        }
    }

    private static RuntimeException inOurWords(DriverException failed) {
        return failed instanceof QueryValidationException
                ? failed
                : new StoreUnavailableException("the database did not answer", failed);
    }
}
