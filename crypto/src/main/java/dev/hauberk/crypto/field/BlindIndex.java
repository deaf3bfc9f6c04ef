package dev.hauberk.crypto.field;

import dev.hauberk.Tenant;
import dev.hauberk.key.KeyRing;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * Finds an encrypted value by equality: a keyed hash (HMAC-SHA-256, with a key of the table and column that encrypts nothing) of the
 * normalised value and its tenant, for a column beside the encrypted one.
 *
 * <p><b>Guarantees.</b> Without the key nothing can be tested against it. The same value has another index in each tenant, table and column. Under one key an
 * index is always the same, so that a unique constraint on the column keeps values unique.
 *
 * <p><b>Leaks.</b> Whoever reads the column sees which rows of a tenant have the same value, and how often each occurs; whoever also can have values
 * stored learns who has a value that he tries. Do not index what has few values, such as a gender or a yes. Truncation makes unlike values
 * share an index, which hides some of it, and costs the unique constraint.
 *
 * <p>Null has no index: it gives null, and nothing to look up. Thread-safe.
 */
public interface BlindIndex {
    /**
     * An index of a column, whole.
     *
     * @param table the table of the encrypted column, not blank
     * @param column the encrypted column, not blank
     */
    static BlindIndex of(KeyRing keys, String table, String column, Normaliser normaliser) {
        return new HmacBlindIndex(keys, table, column, normaliser, HmacBlindIndex.WHOLE);
    }

    /**
     * An index that is cut short, so that several values share it.
     *
     * @param bits how many are left, 8 to 256; whoever looks up opens what was found and compares
     */
    static BlindIndex truncated(KeyRing keys, String table, String column, Normaliser normaliser, int bits) {
        return new HmacBlindIndex(keys, table, column, normaliser, bits);
    }

    /**
     * What is stored beside a value: the id of the primary key, a full stop, and the hash in base64url; at most 76 characters of ASCII.
     *
     * @throws IllegalArgumentException where the normaliser refuses the value
     */
    @NullUnmarked
    String of(String value, Tenant tenant);

    /**
     * What may be stored beside a value: one text for each key that is in use, that of the primary key first. While one key replaces another, rows
     * have either.
     *
     * @throws IllegalArgumentException where the normaliser refuses the value
     */
    @NullUnmarked
    List<String> lookups(String value, Tenant tenant);

    /** Whether what is stored was made with another key than the primary one, and should be made again. */
    boolean isStale(String stored);
}
