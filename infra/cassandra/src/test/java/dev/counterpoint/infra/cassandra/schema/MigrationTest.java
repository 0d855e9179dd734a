package dev.counterpoint.infra.cassandra.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationTest {

    @Test
    void a_file_is_a_number_a_name_and_statements() {
        Migration migration = Migration.parse("012-what-it-brings.cql", "-- why; really\nCREATE a;\n\nCREATE\n  b;\n");

        assertThat(migration.version()).isEqualTo(12);
        assertThat(migration.name()).isEqualTo("what-it-brings");
        assertThat(migration.statements()).containsExactly("CREATE a", "CREATE\n  b");
    }

    @Test
    void the_checksum_is_over_the_statements_and_not_the_comments() {
        String checksum = Migration.parse("001-a.cql", "CREATE a;").checksum();

        assertThat(Migration.parse("001-a.cql", "-- words\nCREATE a;").checksum())
                .isEqualTo(checksum);
        assertThat(Migration.parse("001-a.cql", "CREATE b;").checksum()).isNotEqualTo(checksum);
        assertThat(Migration.parse("001-a.cql", "CREATE;a;").checksum()).isNotEqualTo(checksum);
    }

    @Test
    void a_file_of_another_name_is_refused() {
        assertThatThrownBy(() -> Migration.parse("readme.txt", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Migration.ofResource("999-missing.cql"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("999-missing.cql");
    }

    @Test
    void the_steps_count_from_one_without_gaps() {
        assertThat(Migrations.ALL)
                .extracting(Migration::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Migrations.ALL.size()).boxed().toList());
    }
}
