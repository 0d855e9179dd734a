package dev.counterpoint.domain.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.counterpoint.domain.Golden;
import dev.counterpoint.domain.home.Digest;
import dev.counterpoint.domain.profile.Profile;
import dev.counterpoint.domain.profile.ProfileBytes;
import dev.counterpoint.domain.profile.Streams;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What fold 1 and home-1 gave when they were the only ones: lives by seed and length, the number and SHA-256 of the bytes of the profile
 * (without the fold's number), and the digest of the features. Decisions cite them; where this fails, those are not reproducible any more.
 */
class FirstFoldTest {
    private static final int FOLD_NUMBER_AT = 1;

    static Stream<String> lives() {
        return Golden.textOf("fold-1-home-1.txt").lines();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void what_the_first_fold_had_is_in_the_present_one_bit_for_bit(String line) throws NoSuchAlgorithmException {
        String[] life = line.split(" ");
        Profile profile = Profile.empty().applyAll(Streams.aLife(seedOf(life), lengthOf(life)));

        byte[] first = Arrays.copyOf(ProfileBytes.encode(profile), Integer.parseInt(life[2]));
        first[FOLD_NUMBER_AT] = 0;

        assertThat(MessageDigest.getInstance("SHA-256").digest(first)).isEqualTo(new Digest(life[3]).bytes());
    }

    @ParameterizedTest
    @MethodSource("lives")
    void the_first_features_have_the_same_bits_over_the_present_fold(String line) {
        String[] life = line.split(" ");

        FeatureMatrix matrix =
                FeatureMatrix.of(HomeFeatures.HOME_1, Situations.anyInputs(seedOf(life), lengthOf(life), 20));

        assertThat(matrix.digest()).isEqualTo(new Digest(life[4]).bytes());
    }

    private static long seedOf(String[] life) {
        return Long.parseLong(life[0]);
    }

    private static int lengthOf(String[] life) {
        return Integer.parseInt(life[1]);
    }
}
