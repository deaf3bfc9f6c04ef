package dev.hauberk.crypto.rotation;

import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.key.KeyRing;
import dev.hauberk.store.jdbc.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Sets up a {@link Rotation}. Not thread-safe. */
public final class RotationBuilder {
    private static final int LARGEST_BATCH = 1_000;

    private final DataSource dataSource;
    private final KeyRing keys;
    private final FieldCipher cipher;
    private final List<EncryptedColumn> columns = new ArrayList<>();
    private int batch = 100;
    private long rate = 1_000;
    private Duration lease = Duration.ofMinutes(1);
    private InstantSource clock = InstantSource.system();
    private Pause pause = Pause.sleeping();
    private Events events = new Events();
    private RotationProgress progress = RotationProgress.none();

    RotationBuilder(DataSource dataSource, KeyRing keys, FieldCipher cipher) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.cipher = cipher;
    }

    /** Has a column rotated, after those that were named before. */
    public RotationBuilder column(EncryptedColumn column) {
        columns.add(column);
        return this;
    }

    /**
     * How many rows are read and written at once; 100 unless said. A transaction locks so many rows at most.
     *
     * @param rows 1 to 1,000
     */
    public RotationBuilder batch(int rows) {
        require(rows >= 1 && rows <= LARGEST_BATCH, "a batch has 1 to 1,000 rows");
        this.batch = rows;
        return this;
    }

    /**
     * How many rows are looked at in a second by this node, at most; 1,000 unless said.
     *
     * @param rowsPerSecond 1 or more
     */
    public RotationBuilder rate(long rowsPerSecond) {
        require(rowsPerSecond >= 1, "a rate is one row a second or more");
        this.rate = rowsPerSecond;
        return this;
    }

    /** How long a node that says nothing keeps a column; a minute unless said. Longer than a batch ever takes, and than clocks differ. */
    public RotationBuilder lease(Duration length) {
        require(!length.isNegative() && !length.isZero(), "a lease is longer than nothing");
        this.lease = length;
        return this;
    }

    /** What time it is, and how to wait; the system's unless said. */
    public RotationBuilder time(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        return this;
    }

    /** Where the events go, of {@link dev.hauberk.Control#DATA_2}. */
    public RotationBuilder events(Events events) {
        this.events = events;
        return this;
    }

    /** Who is told how far it is. */
    public RotationBuilder progress(RotationProgress progress) {
        this.progress = progress;
        return this;
    }

    /**
     * The rotation. Looks the columns up.
     *
     * @throws IllegalArgumentException where there is no column, or one that the database does not have or that cannot be taken so, or the
     *     database is neither H2, PostgreSQL nor MariaDB
     * @throws UnavailableException where the database fails
     */
    public Rotation build() {
        require(!columns.isEmpty(), "a rotation has a column");
        Transactions transactions = new Transactions(dataSource, "a rotation");
        Catalogue catalogue = transactions.run(connection -> {
            Database unused = Database.of(connection);
            return Catalogue.of(connection);
        });
        Pacing pacing = new Pacing(batch, rate, lease, clock, pause);
        List<JdbcRotation.Part> parts = columns.stream()
                .map(column -> new JdbcRotation.Part(Rows.of(catalogue, column), new Sealer(cipher, column)))
                .toList();
        require(
                parts.stream().map(part -> part.rows().place()).distinct().count() == parts.size(),
                "a column is rotated once");
        return new JdbcRotation(transactions, keys, parts, pacing, events, progress);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
