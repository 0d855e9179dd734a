package dev.counterpoint.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class DecisionChainTest {
    private static final DecisionId ID = new DecisionId("abc");
    private static final byte[] RECORD = {1, 2, 3};

    @Test
    void link_isTheHashThatItsDefinitionGives() throws Exception {
        byte[] previous = DecisionChain.start(5);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("counterpoint/decision/1");
        out.writeLong(5);
        out.writeLong(6);
        out.writeLong(7);
        out.writeLong(3);
        out.writeBytes("abc");
        out.write(MessageDigest.getInstance("SHA-256").digest(RECORD));
        out.write(previous);

        assertThat(DecisionChain.link(5, 6, 7, ID, RECORD, previous))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    @Test
    void link_changesWithEveryPartOfIt() {
        byte[] start = DecisionChain.start(1);
        byte[] link = DecisionChain.link(1, 0, 0, ID, RECORD, start);

        assertThat(DecisionChain.link(2, 0, 0, ID, RECORD, start)).isNotEqualTo(link);
        assertThat(DecisionChain.link(1, 1, 0, ID, RECORD, start)).isNotEqualTo(link);
        assertThat(DecisionChain.link(1, 0, 1, ID, RECORD, start)).isNotEqualTo(link);
        assertThat(DecisionChain.link(1, 0, 0, new DecisionId("abd"), RECORD, start))
                .isNotEqualTo(link);
        assertThat(DecisionChain.link(1, 0, 0, ID, new byte[] {1, 2, 4}, start)).isNotEqualTo(link);
        assertThat(DecisionChain.link(1, 0, 0, ID, RECORD, DecisionChain.start(2)))
                .isNotEqualTo(link);
        assertThat(DecisionChain.voidLink(1, 0, start)).isNotEqualTo(link).hasSize(32);
    }

    @Test
    void link_toSomethingThatIsNoHash_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DecisionChain.link(1, 0, 0, ID, RECORD, new byte[31]));
    }
}
