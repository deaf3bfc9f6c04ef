package dev.hauberk.crypto.rotation;

import dev.hauberk.UnavailableException;
import dev.hauberk.policy.KeyPolicy;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.store.jdbc.Transactions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Finds what still needs a key (DATA-2): looks for envelopes in every column of every table of the schema that may hold one, whether or
 * not anybody said that it is encrypted. It tells them by their mark, also within JSON, arrays, longer texts and bytes; it opens none,
 * and reads every value of these columns once.
 *
 * <p><b>Not found.</b> What was compressed, or encrypted once more; other schemas; large objects outside of their row; backups; a blind index
 * that is cut short, since too much else looks like it. What is written while it looks may be missed: before a key is retired, no
 * node may write with it any more. Thread-safe.
 */
public interface EnvelopeScan {
    /**
     * A scan of the schema that the connections of a database are in.
     *
     * @param dataSource of H2, PostgreSQL or MariaDB
     */
    static EnvelopeScan of(DataSource dataSource) {
        return new JdbcEnvelopeScan(new Transactions(dataSource, "a rotation"));
    }

    /**
     * Every envelope, by column and key.
     *
     * @throws UnavailableException where the database fails
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    List<KeyHolding> envelopes();

    /**
     * What needs one of some keys: envelopes and blind indexes.
     *
     * @param keys ids
     * @throws UnavailableException where the database fails
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    List<KeyHolding> holdingsOf(Collection<String> keys);

    /**
     * Why keys cannot be retired: a problem for each that something still needs, which names the places. Empty where all can.
     *
     * @param retired the ids of keys that are to be, or are, retired, with the place where that is said
     * @throws UnavailableException where the database fails
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    List<Problem> problems(Map<String, Place> retired);

    /**
     * Lets an application start whose policy calls no key retired that something still needs.
     *
     * @param policy whose section {@code keys} is looked at; nothing is read where it calls none retired
     * @throws PolicyException where something still needs one of them
     * @throws UnavailableException where the database fails
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    default void requireUnneeded(SecurityPolicy policy) {
        requireUnneeded(policy.keys().entrySet().stream()
                .filter(key -> key.getValue().state() == KeyPolicy.State.RETIRED)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, key -> key.getValue().place())));
    }

    /**
     * Lets go on who retires keys that nothing needs.
     *
     * @param retired the ids of the keys; nothing is read where there are none
     * @throws PolicyException where something still needs one of them
     * @throws UnavailableException where the database fails
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    default void requireUnneeded(Collection<String> retired) {
        requireUnneeded(retired.stream().collect(Collectors.toMap(id -> id, id -> Place.JAVA, (one, same) -> one)));
    }

    private void requireUnneeded(Map<String, Place> retired) {
        List<Problem> problems = retired.isEmpty() ? List.of() : problems(retired);
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }
}
