package dev.hauberk.benchmarks;

import java.util.List;

/**
 * A row of the table: some work, who does it, and what ours may cost.
 *
 * @param name for example {@code jwt-new}
 * @param benchmark the class that has a method for {@link #OURS} and for each peer
 * @param peers the methods of the peers
 * @param target how many times the best peer's time ours may take
 * @param garbage how many bytes an operation of ours may leave behind
 */
record Row(String name, Class<?> benchmark, List<String> peers, double target, long garbage) {
    /** The method that does it our way. */
    static final String OURS = "hauberk";

    static final long ANY_GARBAGE = Long.MAX_VALUE;

    /** All the rows, in the order of the table. */
    static final List<Row> ALL = List.of(
            new Row("bcrypt-12", Bcrypt12.class, List.of("bouncyCastle", "spring", "password4j"), 1.05, ANY_GARBAGE),
            new Row("argon2id", Argon2id.class, List.of("bouncyCastle", "password4j"), 1.05, ANY_GARBAGE),
            new Row("jwt-new", JwtNew.class, List.of("nimbus"), 1.1, ANY_GARBAGE),
            new Row("rbac-small", RbacSmall.class, List.of("springFlat"), 1.0, 0),
            new Row("limit-memory", LimitMemory.class, List.of("bucket4jSynchronized"), 1.2, ANY_GARBAGE));
}
