package dev.counterpoint.infra.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.counterpoint.domain.home.EpsilonGreedy;
import dev.counterpoint.domain.home.Greedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarouselWorldTest {
    private static final CarouselWorld TWO_USERS =
            new CarouselWorld(new double[][] {{0.9, 0.5, 0.1, 0.1}, {0.1, 0.5, 0.2, 0.8}});

    @Test
    void the_levels_of_the_public_data_are_those_of_the_reference() {
        CarouselWorld world = CarouselWorld.read(publicData());

        assertThat(world.users()).isEqualTo(9);
        assertThat(world.cards()).isEqualTo(862);
        assertThat(world.optimum(12)).isCloseTo(0.843238, within(1e-5));
        assertThat(world.popularity(12)).isCloseTo(0.785670, within(1e-5));
        assertThat(world.uniform(12)).isCloseTo(0.084041, within(1e-5));
    }

    @Test
    void a_chance_is_the_logistic_function_of_features_times_weights_and_the_bias(@TempDir Path folder)
            throws IOException {
        write(folder, "segment,dim_0,dim_1\n7,1.0,-2.0\n", "dim_0,dim_1,dim_2\n0.5,0.25,1.0\n0,0,0\n");

        CarouselWorld world = CarouselWorld.read(folder);

        assertThat(world.chance(0, 0)).isCloseTo(1 / (1 + Math.exp(-1)), within(1e-12));
        assertThat(world.chance(0, 1)).isEqualTo(0.5);
    }

    @Test
    void weights_without_a_bias_are_refused(@TempDir Path folder) throws IOException {
        write(folder, "segment,dim_0,dim_1\n7,1.0,-2.0\n", "dim_0,dim_1\n0.5,0.25\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CarouselWorld.read(folder))
                .withMessage("a user has 2 features, which do not fit 2 weights with a bias");
    }

    @Test
    void levels_of_two_users_are_those_by_hand() {
        assertThat(TWO_USERS.optimum(2)).isCloseTo((0.9 + 0.5 + 0.8 + 0.5) / 2, within(1e-12));
        assertThat(TWO_USERS.popularity(2)).isCloseTo(0.5 + 0.5, within(1e-12));
        assertThat(TWO_USERS.uniform(2)).isCloseTo(2 * 3.2 / 8, within(1e-12));
    }

    @Test
    void told_the_truth_greedy_is_the_optimum_and_pure_chance_is_uniform() {
        assertThat(TWO_USERS.toldTheTruth(new Greedy(), 2)).isCloseTo(TWO_USERS.optimum(2), within(1e-12));
        assertThat(TWO_USERS.toldTheTruth(new EpsilonGreedy(0, 1), 2)).isCloseTo(TWO_USERS.uniform(2), within(1e-12));
    }

    private static void write(Path folder, String users, String playlists) throws IOException {
        Files.writeString(folder.resolve("user_features_small.csv"), users);
        Files.writeString(folder.resolve("playlist_features.csv"), playlists);
    }

    /** Lies beside the project, where it does; else the reason says so. */
    private static Path publicData() {
        String elsewhere = System.getenv("COUNTERPOINT_DATA");
        Path folder = elsewhere == null
                ? Path.of(System.getProperty("counterpoint.root", ""))
                        .toAbsolutePath()
                        .resolveSibling("shared/data")
                : Path.of(elsewhere);
        Path data = folder.resolve("deezer-carousel");
        assumeTrue(Files.exists(data), "the data set is not on this machine: " + data);
        return data;
    }
}
