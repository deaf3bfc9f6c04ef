package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Tenant;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.field.Envelope;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldCodec;
import dev.hauberk.crypto.field.FieldContext;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a rotation does on every database. */
@Tag("DATA-2")
abstract class RotationContract {
    /** A database, which nobody else uses at the moment. */
    abstract DataSource database();

    @Test
    void movesEveryRowToThePrimaryKey() {
        People people = People.in(database()).with(25);

        RotationReport report =
                people.rotation().column(People.column()).batch(10).build().run();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.target()).isEqualTo("k2");
        assertThat(report.columns().get(0))
                .extracting(column -> column.table().toLowerCase(Locale.ROOT) + "."
                        + column.column().toLowerCase(Locale.ROOT))
                .isEqualTo("people.email");
        assertThat(report.columns().get(0))
                .extracting(
                        RotationReport.Column::total,
                        RotationReport.Column::seen,
                        RotationReport.Column::rewritten,
                        RotationReport.Column::contended)
                .containsExactly(25L, 25L, 25L, 0L);
        for (long id = 1; id <= 25; id++) {
            assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id));
        }
    }

    @Test
    void leavesWhatIsAlreadyUnderThePrimaryKey() {
        People people = People.in(database()).with(3);
        people.add(4, People.NEW);
        String before = people.stored(4);

        RotationReport report =
                people.rotation().column(People.column()).build().run();

        assertThat(people.stored(4)).isEqualTo(before);
        assertThat(report.columns().get(0).rewritten()).isEqualTo(3);
        assertThat(report.columns().get(0).seen()).isEqualTo(4);
    }

    @Test
    void findsNothingToDoTheSecondTime() {
        People people = People.in(database()).with(3);
        people.rotation().column(People.indexed()).build().run();
        List<String> before = Databases.texts(database(), "select email from people order by id");

        RotationReport report =
                people.rotation().column(People.indexed()).build().run();

        assertThat(report.columns().get(0))
                .extracting(RotationReport.Column::seen, RotationReport.Column::rewritten)
                .containsExactly(3L, 0L);
        assertThat(Databases.texts(database(), "select email from people order by id"))
                .isEqualTo(before);
    }

    @Test
    void leavesNodesThatHaveBothKeysAbleToRead() {
        People people = People.in(database()).with(4);
        Events events = new Events();
        List<Event> failures = new ArrayList<>();
        events.subscribe(event -> {
            if (event.outcome() == Event.Outcome.FAILED) {
                failures.add(event);
            }
        });
        Rotation rotation = people.rotation()
                .column(People.column())
                .events(events)
                .batch(1)
                .progress(column -> {
                    for (long id = 1; id <= 4; id++) {
                        assertThat(people.read(id, People.OLD_READER)).isEqualTo(People.email(id));
                        assertThat(people.read(id, People.NEW)).isEqualTo(People.email(id));
                    }
                })
                .build();

        assertThat(rotation.run().isComplete()).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void makesTheBlindIndexAnewTogetherWithTheValue() {
        People people = People.in(database()).with(4);

        people.rotation().column(People.indexed()).build().run();

        for (long id = 1; id <= 4; id++) {
            assertThat(people.index(id))
                    .containsExactly(People.index(People.ONLY_NEW).of(People.email(id), People.tenant(id)));
            assertThat(People.index(People.OLD_READER).lookups(People.email(id), People.tenant(id)))
                    .containsAll(people.index(id));
        }
    }

    @Test
    void makesABlindIndexThatIsMissingOrStale() {
        People people = People.in(database());
        people.add(1, People.NEW);
        people.add(2, People.NEW);
        people.add(3, People.NEW);
        Databases.execute(database(), "update people set email_index = null where id = 1");
        Databases.execute(
                database(),
                "update people set email_index = ? where id = 2",
                People.index(People.OLD).of(People.email(2), People.tenant(2)));

        RotationReport report =
                people.rotation().column(People.indexed()).build().run();

        assertThat(report.columns().get(0).rewritten()).isEqualTo(2);
        for (long id = 1; id <= 3; id++) {
            assertThat(people.index(id))
                    .containsExactly(People.index(People.NEW).of(People.email(id), People.tenant(id)));
            assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id));
        }
    }

    @Test
    void leavesNothingWhereNothingIs() {
        People people = People.in(database()).with(2);
        Databases.execute(database(), "update people set email = null where id = 1");

        RotationReport report =
                people.rotation().column(People.column()).build().run();

        assertThat(report.columns().get(0).total()).isEqualTo(1);
        assertThat(people.stored(1)).isNull();
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void encryptsPlainTextInItsPlace() {
        People people = People.in(database()).with(2);
        Databases.execute(database(), "update people set email = ? where id = 2", People.email(2));

        RotationReport report = Rotation.of(database(), People.NEW, People.migrating())
                .column(People.column())
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(people.read(1, People.ONLY_NEW)).isEqualTo(People.email(1));
        assertThat(people.read(2, People.ONLY_NEW)).isEqualTo(People.email(2));
    }

    @Test
    void leavesPlainTextAloneWhereNobodySaysThatItMayBeThere() {
        People people = People.in(database()).with(2);
        Databases.execute(database(), "update people set email = ? where id = 2", People.email(2));

        RotationReport report =
                people.rotation().column(People.column()).build().run();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.columns().get(0).unreadable()).isEqualTo(1);
        assertThat(people.stored(2)).isEqualTo(People.email(2));
    }

    @Test
    void encryptsWhatAnotherColumnHolds() {
        People people = People.in(database()).with(1);
        for (long id = 2; id <= 3; id++) {
            Databases.execute(
                    database(),
                    "insert into people (id, tenant, plain_email) values (?, ?, ?)",
                    id,
                    People.tenant(id).id(),
                    People.email(id).toUpperCase(Locale.ROOT));
        }
        Databases.execute(database(), "insert into people (id, tenant) values (4, 'tenant-1')");

        RotationReport report = people.rotation()
                .column(People.indexed().migratingFrom("plain_email", (text, context) -> text.toLowerCase(Locale.ROOT)))
                .build()
                .run();

        assertThat(report.columns().get(0).total()).isEqualTo(3);
        assertThat(report.columns().get(0).rewritten()).isEqualTo(3);
        for (long id = 1; id <= 3; id++) {
            assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id));
            assertThat(people.index(id))
                    .containsExactly(People.index(People.NEW).of(People.email(id), People.tenant(id)));
        }
        assertThat(people.stored(4)).isNull();
        assertThat(Databases.text(database(), "select plain_email from people where id = 2"))
                .isEqualTo(People.email(2).toUpperCase(Locale.ROOT));
    }

    @Test
    void saysWhichRowsDoNotOpenAndGoesOn() {
        People people = People.in(database()).with(3);
        Databases.execute(
                database(),
                "update people set email = (select email from (select email from people where id = 1) one)"
                        + " where id = 2");
        Databases.execute(database(), "update people set tenant = ' ' where id = 3");
        Events events = new Events();
        List<Event> seen = new ArrayList<>();
        events.subscribe(seen::add);
        String before = people.stored(2);

        RotationReport report =
                people.rotation().column(People.column()).events(events).build().run();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.columns().get(0))
                .extracting(RotationReport.Column::rewritten, RotationReport.Column::unreadable)
                .containsExactly(1L, 2L);
        assertThat(people.stored(2)).isEqualTo(before);
        assertThat(seen)
                .filteredOn(event -> event.outcome() == Event.Outcome.FAILED)
                .extracting(Event::reason, event -> event.details().get("row"))
                .containsExactly(tuple("value-unreadable", "2"), tuple("value-unreadable", "3"));
    }

    @Test
    void passesOverARowThatTheDatabaseRefuses() {
        People people = People.in(database()).with(5);
        // Somebody made the address of 3 a second time meanwhile, under the new key, which no constraint can notice.
        Databases.execute(
                database(),
                "update people set email_index = ? where id = 5",
                People.index(People.NEW).of(People.email(3), People.tenant(3)));
        Events events = new Events();
        List<Event> seen = new ArrayList<>();
        events.subscribe(seen::add);

        RotationReport report = people.rotation()
                .column(People.indexed())
                .batch(3)
                .events(events)
                .build()
                .run();

        assertThat(report.isComplete()).isFalse();
        assertThat(report.columns().get(0))
                .extracting(
                        RotationReport.Column::seen, RotationReport.Column::rewritten, RotationReport.Column::refused)
                .containsExactly(5L, 4L, 1L);
        assertThat(people.read(3, People.NEW)).isEqualTo(People.email(3));
        assertThat(seen)
                .filteredOn(event -> event.outcome() == Event.Outcome.FAILED)
                .extracting(Event::reason, event -> event.details().get("row"))
                .containsExactly(tuple("value-refused", "3"));
    }

    @Test
    void letsAWriteWinThatComesBetweenReadingAndWriting() {
        People people = People.in(database()).with(3);
        AtomicBoolean once = new AtomicBoolean();
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update") && once.compareAndSet(false, true)) {
                    Databases.execute(
                            database(),
                            "update people set email = ? where id = 2",
                            FieldCipher.of(People.OLD).encrypt("moved@example.org", People.context(2)));
                    Databases.execute(database(), "delete from people where id = 3");
                }
            }
        });

        RotationReport report =
                People.rotation(way).column(People.column()).build().run();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.columns().get(0).rewritten()).isEqualTo(2);
        assertThat(people.read(1, People.ONLY_NEW)).isEqualTo(People.email(1));
        assertThat(people.read(2, People.ONLY_NEW)).isEqualTo("moved@example.org");
        assertThat(people.count()).isEqualTo(2);
    }

    @Test
    void leavesRowsThatAreGoneWhenItComesBackToThem() {
        People people = People.in(database()).with(2);
        List<String> done = new ArrayList<>();
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update") && done.size() < 2) {
                    done.add(
                            done.isEmpty()
                                    ? "update people set email = null where id = 1"
                                    : "delete from people where id = 2");
                    Databases.execute(database(), done.get(done.size() - 1));
                }
            }
        });

        List<Long> contended = new ArrayList<>();
        RotationReport report = People.rotation(way)
                .column(People.column())
                .batch(1)
                .progress(column -> contended.add(column.contended()))
                .build()
                .run();

        assertThat(done).hasSize(2);
        assertThat(contended).containsOnly(0L);
        assertThat(report.isComplete()).isTrue();
        assertThat(report.columns().get(0).rewritten()).isZero();
        assertThat(people.stored(1)).isNull();
        assertThat(people.count()).isEqualTo(1);
    }

    @Test
    void comesBackToARowBesideOneThatTheDatabaseRefuses() {
        People people = People.in(database()).with(3);
        // The new index of 3 is taken.
        Databases.execute(
                database(),
                "insert into people (id, tenant, email_index) values (9, 'tenant-0', ?)",
                People.index(People.NEW).of(People.email(3), People.tenant(3)));
        AtomicInteger locks = new AtomicInteger();
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update") && locks.incrementAndGet() == 3) {
                    Databases.execute(
                            database(),
                            "update people set email = ? where id = 2",
                            FieldCipher.of(People.OLD).encrypt("moved@example.org", People.context(2)));
                }
            }
        });
        List<Long> contended = new ArrayList<>();

        RotationReport report = People.rotation(way)
                .column(People.indexed())
                .progress(column -> contended.add(column.contended()))
                .build()
                .run();

        assertThat(report.columns().get(0))
                .extracting(RotationReport.Column::rewritten, RotationReport.Column::refused)
                .containsExactly(2L, 1L);
        assertThat(contended).containsOnly(0L);
        assertThat(people.read(2, People.ONLY_NEW)).isEqualTo("moved@example.org");
    }

    @Test
    void locksOnlyWhatItWrites() {
        People people = People.in(database()).with(1);
        people.add(2, People.NEW);
        people.add(3, People.NEW);
        List<String> locks = new ArrayList<>();
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update")) {
                    locks.add(call);
                }
            }
        });

        People.rotation(way).column(People.column()).build().run();

        assertThat(locks)
                .singleElement()
                .satisfies(sql -> assertThat(sql.split("\\?", -1)).hasSize(2));
    }

    @Test
    void passesOverARowThatTheDatabaseRefusesWhenItComesBackToIt() {
        People people = People.in(database()).with(2);
        String taken = People.index(People.NEW).of("taken@example.org", People.tenant(1));
        AtomicBoolean once = new AtomicBoolean();
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update") && once.compareAndSet(false, true)) {
                    Databases.execute(database(), "update people set email_index = ? where id = 2", taken);
                    Databases.execute(
                            database(),
                            "update people set email = ? where id = 1",
                            FieldCipher.of(People.OLD).encrypt("taken@example.org", People.context(1)));
                }
            }
        });

        RotationReport report =
                People.rotation(way).column(People.indexed()).batch(1).build().run();

        assertThat(report.columns().get(0))
                .extracting(
                        RotationReport.Column::seen,
                        RotationReport.Column::rewritten,
                        RotationReport.Column::contended,
                        RotationReport.Column::refused)
                .containsExactly(2L, 1L, 0L, 1L);
        assertThat(people.read(1, People.OLD)).isEqualTo("taken@example.org");
    }

    @Test
    void noticesAWriteThatDiffersInTheCaseOfALetterAlone() {
        People people = People.in(database());
        Databases.execute(
                database(), "insert into people (id, tenant, email) values (1, 'tenant-1', 'ann@example.org')");
        AtomicBoolean once = new AtomicBoolean();
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update") && once.compareAndSet(false, true)) {
                    Databases.execute(database(), "update people set email = 'Ann@example.org' where id = 1");
                }
            }
        });

        Rotation.of(way, People.NEW, People.migrating())
                .column(People.column())
                .build()
                .run();

        assertThat(people.read(1, People.ONLY_NEW)).isEqualTo("Ann@example.org");
    }

    @Test
    void goesRoundARowThatSomebodyHasLockedAndComesBackToIt() throws SQLException {
        People people = People.in(database()).with(3);
        try (Connection other = database().getConnection()) {
            other.setAutoCommit(false);
            Databases.execute(other, "update people set plain_email = 'x' where id = 2");
            TestTime time = new TestTime();
            Rotation rotation = Rotation.of(database(), People.NEW, FieldCipher.of(People.NEW))
                    .column(People.column())
                    .time(time, length -> {
                        time.take(length);
                        if (time.pauses.size() == 3) {
                            assertThat(people.read(1, People.ONLY_NEW)).isEqualTo(People.email(1));
                            assertThat(people.read(3, People.ONLY_NEW)).isEqualTo(People.email(3));
                            commit(other);
                        }
                    })
                    .build();

            RotationReport report = rotation.run();

            assertThat(report.isComplete()).isTrue();
            assertThat(report.columns().get(0).rewritten()).isEqualTo(3);
            assertThat(people.read(2, People.ONLY_NEW)).isEqualTo(People.email(2));
            assertThat(time.pauses).startsWith(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
        }
    }

    @Test
    void saysThatARowIsLeftWhichSomebodyKeepsLocked() throws SQLException {
        People people = People.in(database()).with(3);
        TestTime time = new TestTime();
        try (Connection other = database().getConnection()) {
            other.setAutoCommit(false);
            Databases.execute(other, "update people set plain_email = 'x' where id = 2");

            RotationReport report = People.rotation(database(), time)
                    .column(People.column())
                    .build()
                    .run();

            assertThat(report.isComplete()).isFalse();
            assertThat(report.columns().get(0))
                    .extracting(
                            RotationReport.Column::state,
                            RotationReport.Column::seen,
                            RotationReport.Column::rewritten,
                            RotationReport.Column::contended)
                    .containsExactly(RotationReport.State.ENDED, 3L, 2L, 1L);
            assertThat(time.pauses.stream().filter(Duration.ofMillis(800)::equals))
                    .as("four passes, each of which comes back to the row five times")
                    .hasSize(4);
            assertThat(time.pauses).doesNotContain(Duration.ofMillis(1_600));
            other.rollback();
        }
        assertThat(people.rotation().column(People.column()).build().run().isComplete())
                .isTrue();
    }

    @Test
    void losesNothingWhereverItIsKilled() {
        for (boolean after : List.of(false, true)) {
            for (int call = 0; ; call++) {
                People people = People.in(database()).with(5);
                Mortal mortal = after ? Mortal.after(call) : Mortal.before(call);
                TestTime time = new TestTime();
                runToDeath(Tapped.of(database(), mortal), time);
                for (long id = 1; id <= 5; id++) {
                    assertThat(people.read(id, People.OLD_READER)).isEqualTo(People.email(id));
                }
                time.advance(Duration.ofMinutes(5));

                RotationReport report = People.rotation(database(), time)
                        .column(People.indexed())
                        .batch(2)
                        .build()
                        .run();

                assertThat(report.isComplete()).isTrue();
                for (long id = 1; id <= 5; id++) {
                    assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id));
                    assertThat(people.index(id))
                            .containsExactly(People.index(People.NEW).of(People.email(id), People.tenant(id)));
                }
                if (mortal.survived()) {
                    assertThat(call).as("calls that a rotation makes").isGreaterThan(20);
                    break;
                }
                assertThat(report.columns().get(0))
                        .as("killed " + (after ? "after" : "before") + " call " + call)
                        .extracting(RotationReport.Column::rewritten)
                        .isIn(5L, 0L);
            }
        }
    }

    private static void runToDeath(DataSource way, TestTime time) {
        try {
            Rotation rotation =
                    People.rotation(way, time).column(People.indexed()).batch(2).build();
            assertThat(rotation.run().isComplete()).isTrue();
        } catch (UnavailableException e) {
            assertThat(e).hasMessageContaining("SQLSTATE 08006").hasNoCause();
        }
    }

    @Test
    void doesEachRowOnceOnTwoNodes() throws Exception {
        People people = People.in(database()).with(60);
        List<String> updates = Collections.synchronizedList(new ArrayList<>());
        DataSource way = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void after(String call) {
                if (call.startsWith("update") && !call.contains("hauberk_rotations")) {
                    updates.add(call);
                }
            }
        });
        Callable<RotationReport> node = () -> Rotation.of(way, People.NEW, FieldCipher.of(People.NEW))
                .column(People.column())
                .batch(3)
                .rate(1_000_000)
                .build()
                .run();

        List<RotationReport> reports = Race.of(List.of(node, node, node));

        assertThat(reports).allMatch(RotationReport::isComplete);
        assertThat(updates).hasSize(60);
        LongStream.rangeClosed(1, 60)
                .forEach(id -> assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id)));
    }

    @Test
    void failsNoReadAndLosesNoWriteUnderTraffic() throws Exception {
        assertThat(Traffic.on(database(), Duration.ofSeconds(3))).contains("reads");
    }

    @Test
    void leavesAColumnToTheNodeThatTakesItAtTheSameMoment() {
        for (String call : List.of("insert into hauberk_rotations", "update hauberk_rotations")) {
            People people = People.in(database()).with(3);
            AtomicBoolean once = new AtomicBoolean();
            List<RotationReport> others = new ArrayList<>();
            DataSource way = Tapped.of(database(), new Tapped.Tap() {
                @Override
                public void before(String statement) {
                    if (statement.startsWith(call) && once.compareAndSet(false, true)) {
                        others.add(people.rotation()
                                .column(People.column())
                                .build()
                                .run());
                    }
                }
            });

            RotationReport report =
                    People.rotation(way).column(People.column()).build().run();

            assertThat(others).allMatch(RotationReport::isComplete);
            assertThat(others.get(0).columns().get(0).rewritten()).isEqualTo(3);
            assertThat(report.isComplete()).isTrue();
        }
    }

    @Test
    void takesAnOverdueColumnOverAndLetsTheNodeThatComesBackWriteNothing() {
        People people = People.in(database()).with(6);
        TestTime time = new TestTime();
        List<RotationReport> others = new ArrayList<>();
        AtomicBoolean once = new AtomicBoolean();
        DataSource frozen = Tapped.of(database(), new Tapped.Tap() {
            @Override
            public void before(String call) {
                // The node is frozen just before it writes; its lease ends, and another one does all the rows.
                if (call.contains("for update") && once.compareAndSet(false, true)) {
                    time.advance(Duration.ofMinutes(2));
                    others.add(People.rotation(database(), time)
                            .column(People.column())
                            .batch(2)
                            .build()
                            .run());
                }
            }
        });

        RotationReport report = People.rotation(frozen, time)
                .column(People.column())
                .batch(2)
                .build()
                .run();

        assertThat(others).allMatch(RotationReport::isComplete);
        assertThat(others.get(0).columns().get(0).rewritten()).isEqualTo(6);
        assertThat(report).isEqualTo(others.get(0));
        LongStream.rangeClosed(1, 6)
                .forEach(id -> assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id)));
    }

    @Test
    void readsKeysOfSeveralPartsInTheirOrder() {
        DataSource database = database();
        People.in(database);
        Databases.execute(database, "drop table if exists notes");
        Databases.execute(
                database,
                "create table notes (author varchar(20), number decimal(20, 0), body varchar(400) not null,"
                        + " primary key (author, number))");
        Tenant tenant = new Tenant("one");
        FieldCipher old = FieldCipher.of(People.OLD);
        for (String author : List.of("ann", "bob", "bö:b")) {
            for (int number = 1; number <= 4; number++) {
                String row = author.getBytes(StandardCharsets.UTF_8).length + ":" + author + "1:" + number;
                Databases.execute(
                        database,
                        "insert into notes values (?, ?, ?)",
                        author,
                        number,
                        old.encrypt(author + number, new FieldContext(tenant, "notes", "body", row)));
            }
        }

        RotationReport report = People.rotation(database)
                .column(EncryptedColumn.of("notes", "body", tenant).keyedBy("author", "number"))
                .batch(1)
                .build()
                .run();

        assertThat(report.columns().get(0))
                .extracting(RotationReport.Column::seen, RotationReport.Column::rewritten)
                .containsExactly(12L, 12L);
    }

    @Test
    void readsKeysThatAreUniqueIds() {
        DataSource database = database();
        People.in(database);
        Databases.execute(database, "drop table if exists files");
        Databases.execute(database, "create table files (id uuid primary key, body varchar(400))");
        Tenant tenant = new Tenant("one");
        List<UUID> ids = List.of(new UUID(1, 1), new UUID(-5, 2), new UUID(7, -3));
        for (UUID id : ids) {
            Databases.execute(
                    database,
                    "insert into files values (?, ?)",
                    id,
                    FieldCipher.of(People.OLD).encrypt("x", new FieldContext(tenant, "files", "body", id.toString())));
        }

        RotationReport report = People.rotation(database)
                .column(EncryptedColumn.of("files", "body", tenant))
                .batch(1)
                .build()
                .run();

        assertThat(report.columns().get(0).rewritten()).isEqualTo(3);
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void rotatesBinaryColumnsAndValuesOfOtherKinds() {
        DataSource database = database();
        People.in(database);
        Databases.execute(database, "drop table if exists papers");
        Databases.execute(
                database,
                "create table papers (nr varchar(10) primary key, scan " + binary() + ", born " + longText() + ")");
        Tenant tenant = new Tenant("one");
        FieldCipher old = FieldCipher.of(People.OLD);
        FieldContext scan = new FieldContext(tenant, "Paper", "scan", "paper-a");
        FieldContext born = new FieldContext(tenant, "Paper", "born", "paper-a");
        Databases.execute(
                database,
                "insert into papers values ('a', ?, ?)",
                old.encrypt(new byte[] {1, 2, 3}, scan),
                old.encrypt(LocalDate.of(1990, 2, 3), FieldCodec.dates(), born));
        EncryptedColumn papers = EncryptedColumn.of("papers", "scan", tenant)
                .keyedBy("nr")
                .rowNamed(key -> "paper-" + key.get(0))
                .boundTo("Paper", "scan");

        RotationReport report = People.rotation(database)
                .column(papers)
                .column(EncryptedColumn.of("papers", "born", tenant)
                        .holding(FieldCodec.dates())
                        .keyedBy("nr")
                        .boundTo("Paper", "born")
                        .rowNamed(key -> "paper-" + key.get(0)))
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        FieldCipher now = FieldCipher.of(People.ONLY_NEW);
        assertThat(now.decrypt(Databases.text(database, "select born from papers"), FieldCodec.dates(), born))
                .isEqualTo(LocalDate.of(1990, 2, 3));
        assertThat(now.decrypt(Databases.bytes(database, "select scan from papers"), scan))
                .containsExactly(1, 2, 3);
        assertThat(People.rotation(database)
                        .column(papers)
                        .build()
                        .run()
                        .columns()
                        .get(0))
                .extracting(RotationReport.Column::seen, RotationReport.Column::rewritten)
                .containsExactly(1L, 0L);
    }

    @Test
    void takesNamesThatOnlyQuotesLetPass() {
        DataSource database = database();
        People.in(database);
        String quote = quote();
        String table = "order";
        String column = "e'mail; drop table people --";
        String quotedTable = quote + table + quote;
        String quotedColumn = quote + column + quote;
        Databases.execute(database, "drop table if exists " + quotedTable);
        Databases.execute(
                database,
                "create table " + quotedTable + " (" + quote + "select" + quote + " bigint primary key, " + quotedColumn
                        + " varchar(400))");
        Tenant tenant = new Tenant("one");
        Databases.execute(
                database,
                "insert into " + quotedTable + " values (1, ?)",
                FieldCipher.of(People.OLD).encrypt("x", new FieldContext(tenant, table, column, "1")));

        RotationReport report = People.rotation(database)
                .column(EncryptedColumn.of(table, column, tenant).keyedBy("select"))
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(Databases.texts(database, "select " + quotedColumn + " from " + quotedTable))
                .allMatch(text -> Envelope.keyIdOf(text).orElseThrow().equals("k2"));
        Databases.execute(database, "drop table " + quotedTable);
    }

    @Test
    void beginsAnewOnTheWayToAnotherKey() {
        People people = People.in(database()).with(4);
        people.rotation().column(People.column()).build().run();
        FakeKeyRing next = FakeKeyRing.of("k3", "k2", "k1");

        RotationReport report = Rotation.of(database(), next, FieldCipher.of(next))
                .column(People.column())
                .build()
                .run();

        assertThat(report.target()).isEqualTo("k3");
        assertThat(report.columns().get(0).rewritten()).isEqualTo(4);
        assertThat(people.read(1, FakeKeyRing.of("k3"))).isEqualTo(People.email(1));
    }

    /** A column of bytes. */
    String binary() {
        return "varbinary(1000)";
    }

    /** A column of long texts. */
    String longText() {
        return "text";
    }

    String quote() {
        return "\"";
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
