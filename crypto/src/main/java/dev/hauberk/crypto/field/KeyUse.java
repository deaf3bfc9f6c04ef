package dev.hauberk.crypto.field;

import javax.sql.DataSource;

/**
 * Counts how many values each key has encrypted. With a random initialisation vector of 96 bits a key may encrypt 2^32 values (NIST SP
 * 800-38D, section 8.3).
 *
 * <p>A cipher reserves uses in blocks and hands them out by itself, so that it asks a store once in 65,536 values. What a process
 * has reserved and not used when it ends counts as used. Thread-safe.
 */
public interface KeyUse {
    /**
     * Adds uses to a key's, atomically.
     *
     * @param keyId the id of a key of the ring
     * @param uses how many, more than 0
     * @return how many it had before
     * @throws dev.hauberk.UnavailableException where the store does not answer
     */
    long reserve(String keyId, long uses);

    /** Counts in this process, from 0: enough for one process that ends before a key has done much. */
    static KeyUse inMemory() {
        return new InMemoryKeyUse();
    }

    /**
     * Counts in the table {@code hauberk_key_uses} of H2, PostgreSQL or MariaDB, for all processes together. {@link KeyUseSchema} makes the table.
     *
     * @param dataSource which must give a connection also while the caller holds another one: a reservation is a transaction of its own
     */
    static KeyUse jdbc(DataSource dataSource) {
        return new JdbcKeyUse(dataSource);
    }
}
