package dev.hauberk.key;

import dev.hauberk.policy.KeyPolicy.State;
import java.security.SecureRandom;
import java.util.List;

/** A key that this process draws, and that ends with it. */
final class EphemeralKeys {
    /** What stands in the place of keys to ask for one. */
    static final String WORD = "ephemeral";

    private static final int BYTES = 32;

    private EphemeralKeys() {}

    static KeyRing drawn(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new DerivedKeys(List.of(RootKey.of(WORD, Secret.of(bytes), State.ACTIVE)), true);
    }
}
