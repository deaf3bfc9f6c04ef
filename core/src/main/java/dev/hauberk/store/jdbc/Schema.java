package dev.hauberk.store.jdbc;

import dev.hauberk.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The tables of a room's stores: makes them, and looks whether they are there.
 *
 * <p>The scripts are {@code META-INF/hauberk/sql/<room>/<database>/V<n>__<what>.sql} of the room's artifact, in the form and order that
 * Flyway takes too. A later version only adds, so that nodes of two versions work on one database, and each statement can be run again
 * ({@code if not exists}): what says which version a database has is what is in it, and no table of numbers. Thread-safe.
 */
public final class Schema {
    private static final int TRIES = 5;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private final Class<?> room;
    private final String name;
    private final List<String> scripts;

    /** H2, which lives in one process, leaves remains of statements that make the same table at once. */
    private final Lock oneByOne = new ReentrantLock();

    private Schema(Class<?> room, String name, List<String> scripts) {
        this.room = room;
        this.name = name;
        this.scripts = scripts;
    }

    /**
     * The schema of some scripts.
     *
     * @param room a class of the artifact that has them
     * @param name the folder that they are in
     * @param scripts their file names, in the order of their versions
     */
    public static Schema of(Class<?> room, String name, String... scripts) {
        return new Schema(room, name, List.of(scripts));
    }

    /**
     * Makes whatever is missing; a database that has all of it is only read, and so needs no right to change its tables. Safe to run
     * again, and by two nodes at once.
     *
     * @throws UnavailableException where the database refuses or does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     * @throws IllegalStateException where a table was there and lacks what no script adds to it, such as a unique index: what, is in the message
     */
    public void install(DataSource dataSource) {
        Transactions transactions = new Transactions(dataSource, "the tables of " + name);
        Dialect dialect = transactions.read(Dialect::of);
        if (dialect == Dialect.H2) {
            oneByOne.lock();
            try {
                install(transactions, dialect);
            } finally {
                oneByOne.unlock();
            }
        } else {
            install(transactions, dialect);
        }
    }

    private void install(Transactions transactions, Dialect dialect) {
        List<Script> read = scripts(dialect);
        amongOthers(() -> {
            if (!missing(transactions, read).isEmpty()) {
                read.forEach(script -> script.statements().forEach(sql -> run(transactions, sql)));
                require(missing(transactions, read), read);
            }
        });
    }

    /**
     * Lets an application start whose tables are there, whoever made them: each table, column and index of the scripts, and letters that
     * are equal only to themselves in whatever is unique. Reads the catalogue of the database alone.
     *
     * @throws IllegalStateException where something is missing, which the message names
     * @throws UnavailableException where the database does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    public void require(DataSource dataSource) {
        Transactions transactions = new Transactions(dataSource, "the tables of " + name);
        List<Script> read = scripts(transactions.read(Dialect::of));
        amongOthers(() -> {
            require(missing(transactions, read), read);
        });
    }

    private void require(Set<String> missing, List<Script> read) {
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the database lacks " + String.join("; and ", missing) + ". "
                    + read.stream()
                            .map(Script::resource)
                            .reduce((one, other) -> one + ", " + other)
                            .orElse("")
                    + " of the artifact of " + name + " says how it is made");
        }
    }

    private static void run(Transactions transactions, String sql) {
        boolean unused = transactions.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /**
     * Nodes that make the same table at once, or look at one that is being made, can collide in the catalogue itself, in which not every
     * database is atomic. Whoever does waits a little, each as long as chance says, and looks again: most find it made.
     */
    private void amongOthers(Runnable step) {
        for (int tried = 1; ; tried++) {
            try {
                step.run();
                return;
            } catch (UnavailableException e) {
                if (tried == TRIES) {
                    throw new UnavailableException(
                            "the tables of " + name + " cannot be made or looked at: " + e.getMessage());
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos() * tried));
            }
        }
    }

    private List<Script> scripts(Dialect dialect) {
        String folder = "/META-INF/hauberk/sql/" + name + "/" + dialect.folder() + "/";
        return scripts.stream()
                .map(script -> Script.read(room, folder + script))
                .toList();
    }

    private static Set<String> missing(Transactions transactions, List<Script> scripts) {
        Map<String, List<Demand>> byTable = new LinkedHashMap<>();
        for (Script script : scripts) {
            for (Demand demand : script.demands()) {
                byTable.computeIfAbsent(demand.table(), any -> new ArrayList<>())
                        .add(demand);
            }
        }
        return transactions.run(connection -> missing(connection, byTable));
    }

    private static Set<String> missing(Connection connection, Map<String, List<Demand>> byTable) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        Set<String> missing = new LinkedHashSet<>();
        for (Map.Entry<String, List<Demand>> demands : byTable.entrySet()) {
            Optional<Table> table = Table.find(connection, dialect, demands.getKey());
            if (table.isEmpty()) {
                missing.add("the table " + demands.getKey());
            } else {
                demands.getValue().forEach(demand -> table.get().lacks(demand).ifPresent(missing::add));
            }
        }
        return missing;
    }
}
