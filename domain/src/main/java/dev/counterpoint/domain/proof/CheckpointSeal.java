package dev.counterpoint.domain.proof;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** Signs checkpoints, and tells whether a signature is one of the key's: Ed25519 (RFC 8032). Thread-safe. */
public final class CheckpointSeal {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey signing;
    private final PublicKey verifying;

    /** Both keys of one pair. */
    public CheckpointSeal(PrivateKey signing, PublicKey verifying) {
        this.signing = signing;
        this.verifying = verifying;
    }

    public SignedCheckpoint sign(Checkpoint checkpoint) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(signing);
            signature.update(checkpoint.bytes());
            return new SignedCheckpoint(checkpoint, signature.sign());
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("the key does not sign as " + ALGORITHM, unfit);
        }
    }

    public boolean signed(SignedCheckpoint checkpoint) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(verifying);
            signature.update(checkpoint.checkpoint().bytes());
            return signature.verify(checkpoint.signature());
        } catch (SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException unfit) {
            throw new IllegalStateException("the key does not verify as " + ALGORITHM, unfit);
        }
    }
}
