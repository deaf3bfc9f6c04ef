package dev.hauberk.key;

import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.PolicyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keys by purpose: one that is used for what is new, and older ones that still open what they closed.
 *
 * <p>Every key is derived by HKDF-SHA-256 (RFC 5869) from a root key and the {@linkplain Purpose#label() purpose}, so that
 * no key is used for two things. Thread-safe.
 */
public interface KeyRing {
    /** The key that new things of a purpose are made with. */
    Key primary(Purpose purpose);

    /**
     * The key of a purpose by its id, while it still opens what it closed.
     *
     * @return the key, or empty for an unknown or retired id
     */
    Optional<Key> find(Purpose purpose, String id);

    /** The keys of a purpose that still open what they closed: the primary one first, then the others in their order. */
    List<Key> usable(Purpose purpose);

    /** Whether the keys were made by this process and end with it, so that no other node can use what they made. */
    default boolean isEphemeral() {
        return false;
    }

    /**
     * The keys of {@code HAUBERK_KEYS}: {@code id=key} with commas between, each key at least 32 random bytes in base64url. The
     * first makes what is new; the others still open what they closed. The word {@code ephemeral} makes a random one.
     *
     * @throws PolicyException with everything that is wrong with them: missing, short, known, patterned or repeated keys
     */
    static KeyRing of(SecretSource secrets) {
        return of(secrets, new SecureRandom());
    }

    /**
     * The keys of {@code HAUBERK_KEYS}.
     *
     * @param random what an ephemeral key is drawn from
     * @throws PolicyException with everything that is wrong with them
     */
    static KeyRing of(SecretSource secrets, SecureRandom random) {
        Optional<String> text = secrets.find(RootKeys.NAME);
        if (text.filter(RootKeys.EPHEMERAL::equals).isPresent()) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return new DerivedKeys(
                    List.of(new Key(RootKeys.EPHEMERAL, Instant.EPOCH, State.ACTIVE, Secret.of(bytes))), true);
        }
        return new DerivedKeys(RootKeys.read(text), false);
    }

    /**
     * A key of one purpose.
     *
     * @param id the id of its root key: letters, digits and hyphens, not secret
     * @param created when its root key was made; {@link Instant#EPOCH} where nobody says
     * @param state what it may still do; a ring hands out no retired key
     * @param secret 32 bytes
     */
    record Key(String id, Instant created, State state, Secret secret) {
        /**
         * A key of this key's own: HKDF-Expand (RFC 5869, section 2.3) of its secret, with a label as the info. Use a key either
         * as it is or for what is derived from it, and never for both.
         *
         * @param label what the derived key is for; whoever joins parts into one writes each one's length before it
         * @return 32 bytes
         */
        public Secret derive(String label) {
            return Hkdf.derive(secret, label);
        }
    }
}
