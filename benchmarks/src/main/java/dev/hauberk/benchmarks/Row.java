package dev.hauberk.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * A row of the table: some work, who does it, and what ours may cost.
 *
 * @param name for example {@code jwt-new}
 * @param benchmark the class that has a method for {@link #OURS} and for each peer
 * @param peers the methods of the peers
 * @param targets by peer, or for {@link #BEST} of them, how many times its time ours may take
 * @param garbage how many bytes an operation of ours may leave behind
 */
record Row(String name, Class<?> benchmark, List<String> peers, Map<String, Double> targets, long garbage) {
    /** The method that does it our way. */
    static final String OURS = "hauberk";

    /** The fastest of the peers. */
    static final String BEST = "best";

    static final long ANY_GARBAGE = Long.MAX_VALUE;

    /** All the rows, in the order of the table. */
    static final List<Row> ALL = List.of(
            new Row(
                    "encrypt-64",
                    Encrypt64.class,
                    List.of("tink", "spring", "cachedJce", "jceEachTime", "bouncyCastle"),
                    Map.of("tink", 0.6, "spring", 1.05),
                    ANY_GARBAGE),
            new Row(
                    "decrypt-64",
                    Decrypt64.class,
                    List.of("tink", "spring", "cachedJce", "bouncyCastle"),
                    1.1,
                    ANY_GARBAGE),
            // Tink leaves 65,564 bytes behind, which are its envelope; half of the value is less than half of that.
            new Row(
                    "encrypt-64k",
                    Encrypt64k.class,
                    List.of("tink", "cachedJce", "bouncyCastle"),
                    Map.of("tink", 0.8),
                    Encrypt64k.BYTES / 2),
            new Row("bcrypt-12", Bcrypt12.class, List.of("bouncyCastle", "spring", "password4j"), 1.05, ANY_GARBAGE),
            new Row("argon2id", Argon2id.class, List.of("bouncyCastle", "password4j"), 1.05, ANY_GARBAGE),
            new Row("jwt-new", JwtNew.class, List.of("nimbus"), 1.1, ANY_GARBAGE),
            new Row("rbac-small", RbacSmall.class, List.of("springFlat"), 1.0, 0),
            new Row("limit-memory", LimitMemory.class, List.of("bucket4jSynchronized"), 1.2, ANY_GARBAGE));

    /** A row whose target is the best peer. */
    Row(String name, Class<?> benchmark, List<String> peers, double target, long garbage) {
        this(name, benchmark, peers, Map.of(BEST, target), garbage);
    }
}
