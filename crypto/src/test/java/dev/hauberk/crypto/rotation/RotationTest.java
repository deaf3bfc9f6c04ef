package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldCodec;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.crypto.field.Legacy;
import dev.hauberk.crypto.rotation.RotationReport.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a rotation is set up, paced, stopped, followed and resumed. What it does to rows is in {@link RotationContract}. */
@Tag("DATA-2")
class RotationTest {
    private final DataSource database = Databases.h2();
    private final TestTime time = new TestTime();

    @Test
    void goesNoFasterThanItsRate() {
        People people = People.in(database).with(10);

        RotationReport report = People.rotation(database, time)
                .column(People.column())
                .batch(4)
                .rate(8)
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(time.pauses).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(250));
        assertThat(people.read(10, People.ONLY_NEW)).isEqualTo(People.email(10));
    }

    @Test
    void waitsForWhatABatchDidNotTake() {
        People.in(database).with(4);
        DataSource slow = Tapped.of(database, new Tapped.Tap() {
            @Override
            public void before(String call) {
                if (call.contains("for update")) {
                    time.advance(Duration.ofMillis(300));
                }
            }
        });

        People.rotation(slow, time)
                .column(People.column())
                .batch(2)
                .rate(4)
                .build()
                .run();
        assertThat(time.pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
    }

    @Test
    void doesNotWaitForABatchThatTookLongerOrAsLong() {
        for (long millis : List.of(500, 501)) {
            People.in(database).with(4);
            DataSource slow = Tapped.of(database, new Tapped.Tap() {
                @Override
                public void before(String call) {
                    if (call.contains("for update")) {
                        time.advance(Duration.ofMillis(millis));
                    }
                }
            });

            People.rotation(slow, time)
                    .column(People.column())
                    .batch(2)
                    .rate(4)
                    .build()
                    .run();
            assertThat(time.pauses).isEmpty();
        }
    }

    @Test
    void stopsBeforeTheNextBatchAndIsGoneOnWith() {
        People people = People.in(database).with(6);
        List<RotationReport.Column> seen = new ArrayList<>();
        Rotation[] rotation = new Rotation[1];
        rotation[0] = people.rotation()
                .column(People.column())
                .batch(2)
                .progress(column -> {
                    seen.add(column);
                    if (column.seen() == 4) {
                        rotation[0].stop();
                    }
                })
                .build();

        RotationReport stopped = rotation[0].run();

        assertThat(stopped.isComplete()).isFalse();
        assertThat(stopped.columns().get(0))
                .extracting(RotationReport.Column::state, RotationReport.Column::seen, RotationReport.Column::rewritten)
                .containsExactly(State.STOPPED, 4L, 4L);
        assertThat(seen).extracting(RotationReport.Column::state).endsWith(State.RUNNING, State.STOPPED);
        assertThat(rotation[0].run()).isEqualTo(stopped);

        RotationReport report =
                people.rotation().column(People.column()).batch(2).build().run();

        assertThat(time.pauses).as("the column is free at once").doesNotContain(Duration.ofSeconds(1));
        assertThat(report.isComplete()).isTrue();
        assertThat(report.columns().get(0))
                .extracting(RotationReport.Column::total, RotationReport.Column::seen, RotationReport.Column::rewritten)
                .containsExactly(6L, 6L, 6L);
    }

    @Test
    void stopsWhereItsThreadIsInterruptedAndLeavesItSo() {
        People.in(database).with(4);
        Rotation rotation = Rotation.of(database, People.NEW, FieldCipher.of(People.NEW))
                .column(People.column())
                .time(time, length -> {
                    throw new InterruptedException();
                })
                .batch(2)
                .rate(1)
                .build();

        RotationReport report = rotation.run();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.columns().get(0))
                .extracting(RotationReport.Column::state, RotationReport.Column::seen)
                .containsExactly(State.STOPPED, 2L);
        assertThat(People.rotation(database, time)
                        .column(People.column())
                        .build()
                        .run()
                        .isComplete())
                .isTrue();
        assertThat(time.pauses).as("the column is free at once").doesNotContain(Duration.ofSeconds(1));
    }

    @Test
    void sleepsForReal() throws InterruptedException {
        long before = System.nanoTime();

        Pause.sleeping().take(Duration.ofMillis(20));

        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void givesTheColumnBackWhereTheCipherFails() {
        People.in(database).with(4);
        FieldCipher failing = new FailingCipher(FieldCipher.of(People.NEW), 3);
        Rotation rotation = Rotation.of(database, People.NEW, failing)
                .column(People.column())
                .time(time, time)
                .batch(2)
                .build();

        assertThatThrownBy(rotation::run)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("no more");
        assertThat(People.rotation(database, time)
                        .column(People.column())
                        .build()
                        .run()
                        .columns()
                        .get(0))
                .extracting(RotationReport.Column::seen, RotationReport.Column::rewritten)
                .containsExactly(4L, 4L);
        assertThat(time.pauses).as("the column is free at once").doesNotContain(Duration.ofSeconds(1));
    }

    @Test
    void takesNoFailureToReadForAnUnreadableRow() {
        People people = People.in(database).with(2);
        FieldCipher failing = new FailingCipher(FieldCipher.of(People.NEW), 10) {
            @Override
            public <T> T decrypt(String stored, FieldCodec<T> codec, FieldContext context) {
                throw new UnavailableException("not now");
            }
        };
        Rotation rotation = Rotation.of(database, People.NEW, failing)
                .column(People.column())
                .time(time, time)
                .build();

        assertThatThrownBy(rotation::run)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("not now");
        assertThat(people.rotation().column(People.column()).build().run().isComplete())
                .isTrue();
    }

    @Test
    void waitsForAColumnThatAnotherNodeIsAt() {
        People people = People.in(database).with(4);
        Mortal mortal = Mortal.before(14);
        assertThatThrownBy(() -> People.rotation(Tapped.of(database, mortal), time)
                        .column(People.column())
                        .batch(1)
                        .build()
                        .run())
                .isInstanceOf(UnavailableException.class);

        RotationReport report = People.rotation(database, time)
                .column(People.column())
                .batch(1)
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(time.pauses.stream().filter(Duration.ofSeconds(1)::equals)).hasSize(60);
        assertThat(people.read(4, People.ONLY_NEW)).isEqualTo(People.email(4));
    }

    @Test
    void stopsWaitingForAnotherNode() {
        People.in(database).with(4);
        assertThatThrownBy(() -> People.rotation(Tapped.of(database, Mortal.before(14)), time)
                        .column(People.column())
                        .build()
                        .run())
                .isInstanceOf(UnavailableException.class);
        Rotation[] rotation = new Rotation[1];
        AtomicInteger pauses = new AtomicInteger();
        rotation[0] = Rotation.of(database, People.NEW, FieldCipher.of(People.NEW))
                .column(People.column())
                .time(time, length -> {
                    if (pauses.incrementAndGet() == 3) {
                        rotation[0].stop();
                    }
                })
                .build();

        assertThat(rotation[0].run().columns().get(0).state()).isEqualTo(State.STOPPED);
        assertThat(pauses).hasValue(3);
    }

    @Test
    void worksAtWhatIsFreeWhileAnotherNodeIsAtTheRest() {
        People people = People.in(database).with(2);
        EncryptedColumn other = EncryptedColumn.of("people", "plain_email", "tenant");
        assertThatThrownBy(() -> People.rotation(Tapped.of(database, Mortal.before(14)), time)
                        .column(People.column())
                        .build()
                        .run())
                .isInstanceOf(UnavailableException.class);
        List<String> ended = new ArrayList<>();

        RotationReport report = People.rotation(database, time)
                .column(People.column())
                .column(other)
                .progress(column -> {
                    if (column.state() == State.ENDED) {
                        ended.add(column.column().toLowerCase(Locale.ROOT));
                    }
                })
                .build()
                .run();

        assertThat(ended).containsExactly("plain_email", "email");
        assertThat(report.columns())
                .extracting(column -> column.column().toLowerCase(Locale.ROOT))
                .containsExactly("email", "plain_email");
        assertThat(people.read(2, People.ONLY_NEW)).isEqualTo(People.email(2));
    }

    @Test
    void tellsOfItsBeginningEachTenthAndItsEnd() {
        People.in(database).with(40);
        Events events = new Events();
        List<Event> seen = new ArrayList<>();
        events.subscribe(seen::add);

        People.rotation(database, time)
                .column(People.column())
                .batch(1)
                .events(events)
                .build()
                .run();

        assertThat(seen)
                .allMatch(event -> event.control() == Control.DATA_2 && event.outcome() == Event.Outcome.NOTICED);
        assertThat(seen)
                .extracting(Event::reason)
                .hasSize(12)
                .startsWith("rotation-running")
                .endsWith("rotation-ended");
        assertThat(seen)
                .extracting(event -> event.details().get("seen"))
                .containsExactly("0", "4", "8", "12", "16", "20", "24", "28", "32", "36", "40", "40");
        assertThat(seen.get(11).details())
                .containsEntry("total", "40")
                .containsEntry("rewritten", "40")
                .containsEntry("contended", "0")
                .containsEntry("unreadable", "0")
                .containsEntry("refused", "0");
        assertThat(seen.get(0).details().get("table")).isEqualToIgnoringCase("people");
        assertThat(seen.get(0).details().get("column")).isEqualToIgnoringCase("email");
        assertThat(seen.get(0).at()).isEqualTo(time.instant().minusNanos(40_000));
    }

    @Test
    void tellsThatItWasStopped() {
        People people = People.in(database).with(1);
        Events events = new Events();
        List<String> seen = new ArrayList<>();
        events.subscribe(event -> seen.add(event.reason()));
        Rotation[] rotation = new Rotation[1];
        rotation[0] = people.rotation()
                .column(People.column())
                .events(events)
                .progress(column -> rotation[0].stop())
                .build();

        rotation[0].run();

        assertThat(seen).containsExactly("rotation-running", "rotation-stopped");
    }

    @Test
    void tellsOfOnlySomeRowsThatDoNotOpen() {
        People.in(database).with(30);
        Databases.execute(database, "update people set email = 'clear'");
        Events events = new Events();
        List<Event> seen = new ArrayList<>();
        events.subscribe(seen::add);

        RotationReport report = People.rotation(database, time)
                .column(People.column())
                .events(events)
                .build()
                .run();

        assertThat(report.columns().get(0).unreadable()).isEqualTo(30);
        assertThat(seen)
                .filteredOn(event -> event.outcome() == Event.Outcome.FAILED)
                .hasSize(20);
    }

    @Test
    void isStoppedByNobodyWhoFollowsItAndFails() {
        People.in(database).with(1);
        Events events = new Events();
        List<Event> seen = new ArrayList<>();
        events.subscribe(seen::add);

        RotationReport report = People.rotation(database, time)
                .column(People.column())
                .events(events)
                .progress(column -> {
                    throw new IllegalStateException("secret");
                })
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(seen)
                .filteredOn(event -> event.outcome() == Event.Outcome.FAILED)
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.reason()).isEqualTo("rotation-progress");
                    assertThat(event.details())
                            .containsOnlyKeys("type")
                            .containsValue("java.lang.IllegalStateException");
                });
    }

    @Test
    void refusesWhatCannotBeMeant() {
        People people = People.in(database);
        RotationBuilder builder = people.rotation();

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("has a column");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.batch(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.batch(1_001));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.rate(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lease(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.lease(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> People.column().keyedBy());
        assertThatIllegalArgumentException()
                .isThrownBy(builder.column(People.column()).column(People.indexed())::build)
                .withMessageContaining("once");
    }

    @Test
    void takesTheLeastAndTheMostThatCanBeMeant() {
        People people = People.in(database).with(3);

        for (int batch : List.of(1, 1_000)) {
            assertThat(people.rotation()
                            .column(People.column())
                            .batch(batch)
                            .rate(1)
                            .lease(Duration.ofNanos(1))
                            .build()
                            .run()
                            .isComplete())
                    .isTrue();
        }
    }

    @Test
    void refusesColumnsThatAreNotThereOrCannotBeTakenSo() {
        People.in(database);
        Databases.execute(
                database,
                "create table odd (id bigint primary key, at timestamp, raw varbinary(100), number int, tree json,"
                        + " \"Twin\" varchar(10), twin varchar(10), text varchar(100))");
        Databases.execute(database, "create table \"Double\" (id bigint primary key, x varchar(10))");
        Databases.execute(database, "create table \"double\" (id bigint primary key, x varchar(10))");

        refuses(EncryptedColumn.of("nobody", "x", "tenant"), "there is no table nobody");
        refuses(EncryptedColumn.of("DOUBLE", "x", People.tenant(1)), "more than one table is called DOUBLE");
        refuses(odd("nothing"), "has 0 columns nothing");
        refuses(odd("tWIN"), "has 2 columns tWIN");
        refuses(odd("number"), "the column number of odd holds neither texts nor bytes");
        refuses(odd("tree"), "the column tree of odd holds neither texts nor bytes");
        refuses(odd("text").keyedBy("at"), "the column at of odd is of a type that cannot be a key's here");
        refuses(odd("text").indexed("nothing", People.index(People.NEW)), "has 0 columns nothing");
        refuses(odd("raw").indexed("text", People.index(People.NEW)), "raw of odd is binary");
        refuses(odd("raw").migratingFrom("text", Legacy.clear()), "raw of odd is binary");
        refuses(odd("text").migratingFrom("nothing", Legacy.clear()), "has 0 columns nothing");
        refuses(EncryptedColumn.of("odd", "text", "nothing"), "has 0 columns nothing");
        accepts(odd("TWIN"));
        accepts(odd("Twin"));
        accepts(odd("raw"));
        accepts(EncryptedColumn.of("Double", "x", People.tenant(1)));
    }

    private static EncryptedColumn odd(String column) {
        return EncryptedColumn.of("odd", column, People.tenant(1));
    }

    private void refuses(EncryptedColumn column, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(People.rotation(database).column(column)::build)
                .withMessageContaining(because);
    }

    private void accepts(EncryptedColumn column) {
        assertThat(People.rotation(database).column(column).build().run().isComplete())
                .isTrue();
    }

    @Test
    @Tag("DATA-6")
    void leavesAutoCommitAsThePoolHandsItOut() throws SQLException {
        for (boolean autoCommit : List.of(true, false)) {
            People people = People.in(database).with(3);
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(autoCommit);

                People.rotation(OneConnection.of(connection), time)
                        .column(People.column())
                        .build()
                        .run();

                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                assertThat(people.read(3, People.ONLY_NEW)).isEqualTo(People.email(3));
            }
        }
    }
}
