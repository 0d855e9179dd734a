package dev.counterpoint.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.counterpoint.domain.eventlog.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {
    /** The leaves that implementations of RFC 6962 are commonly tested with. */
    private static final List<byte[]> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex)
            .toList();

    @Test
    void the_roots_are_those_of_the_well_known_trees() {
        List<String> roots = List.of(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

        for (int size = 0; size <= LEAVES.size(); size++) {
            assertThat(MerkleTree.root(LEAVES.subList(0, size)).toString()).isEqualTo(roots.get(size));
        }
    }

    @Test
    void the_path_of_every_leaf_leads_to_the_root_and_that_of_no_other_does() {
        for (int size = 1; size <= 70; size++) {
            List<byte[]> leaves = IntStream.range(0, size)
                    .mapToObj(i -> new byte[] {(byte) i, 1})
                    .toList();
            Sha256 root = MerkleTree.root(leaves);
            for (int index = 0; index < size; index++) {
                List<Sha256> path = MerkleTree.path(leaves, index);
                assertThat(MerkleTree.rootOf(leaves.get(index), index, size, path))
                        .isEqualTo(root);
                byte[] other = Arrays.copyOf(leaves.get(index), 3);
                assertThat(MerkleTree.rootOf(other, index, size, path)).isNotEqualTo(root);
            }
        }
    }

    @Test
    void a_path_of_another_length_is_refused() {
        List<Sha256> path = MerkleTree.path(LEAVES, 2);

        assertThatThrownBy(() -> MerkleTree.rootOf(LEAVES.get(2), 2, 8, path.subList(0, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MerkleTree.rootOf(LEAVES.get(0), 0, 1, path))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
