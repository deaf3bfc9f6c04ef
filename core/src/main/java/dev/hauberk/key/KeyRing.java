package dev.hauberk.key;

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

    /**
     * A key of one purpose.
     *
     * @param id the id of its root key: letters, digits and hyphens, not secret
     * @param secret 32 bytes
     */
    record Key(String id, Secret secret) {}
}
