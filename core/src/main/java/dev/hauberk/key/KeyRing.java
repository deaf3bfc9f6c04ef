package dev.hauberk.key;

import dev.hauberk.policy.KeyPolicy;
import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.PolicyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        return of(secrets, Map.of());
    }

    /**
     * The keys of {@code HAUBERK_KEYS}, each as the section {@code keys} of a policy says. The first that is active for a purpose makes
     * what is new. A key that the section does not name opens what it closed and makes nothing, so that one can be handed to every
     * node before it is used. The word {@code ephemeral} makes a random key, whatever the section says.
     *
     * @param said what is not secret of the keys, by their ids, the preferred first; nothing means that the first key of the text
     *     makes what is new
     * @throws PolicyException with everything that is wrong with them, a key included that the section names, that is not retired, and
     *     that is not there
     */
    static KeyRing of(SecretSource secrets, Map<String, KeyPolicy> said) {
        Optional<String> text = secrets.find(RootKeys.NAME);
        return text.filter(EphemeralKeys.WORD::equals).isPresent()
                ? EphemeralKeys.drawn(new SecureRandom())
                : new DerivedKeys(RootKeys.read(text, said), false);
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
