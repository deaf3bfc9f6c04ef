package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.key.ReloadingKeyRing.Reading;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

@Tag("DATA-3")
class ReloadingKeyRingTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String K1 = SomeKeys.text("k1", 1);
    private static final String K2 = SomeKeys.text("k2", 2);
    private static final String K3 = SomeKeys.text("k3", 3);

    private final Logger log = (Logger) LoggerFactory.getLogger(ReloadingKeyRing.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final List<Event> heard = new ArrayList<>();
    private final Events events = new Events();
    private Supplier<KeyRing> source = () -> KeyRing.of(SecretSource.of(Map.of()));

    @BeforeEach
    void listen() {
        events.subscribe(heard::add);
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(logged);
    }

    @Test
    void startsWithWhatItsSourceSays() {
        KeyRing ring = ring(K2 + "," + K1);

        assertThat(ring).hasToString("KeyRing[k2, k1]");
        assertThat(ring.primary(Purpose.CSRF).id()).isEqualTo("k2");
        assertThat(ring.usable(Purpose.CSRF)).hasSize(2);
        assertThat(ring.find(Purpose.CSRF, "k1")).isPresent();
        assertThat(ring.isEphemeral()).isFalse();
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesToStartWithoutKeys() {
        assertThatThrownBy(() -> ring("k1=changeme"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("a phrase that is known");
        source = () -> {
            throw new UnavailableException("the vault does not answer");
        };
        assertThatThrownBy(this::ring).isInstanceOf(UnavailableException.class);
    }

    @Test
    void takesANewKeyFirstForOpeningAndThenForWhatIsNewWithoutARestart() {
        ReloadingKeyRing ring = ring(K1);
        KeyRing.Key held = ring.primary(Purpose.FIELDS);

        assertThat(reload(ring, K1 + "," + K2)).isEqualTo(Reading.CHANGED);
        assertThat(ring.primary(Purpose.FIELDS))
                .isNotSameAs(held)
                .satisfies(
                        key -> assertThat(key.secret().matches(held.secret())).isTrue());
        assertThat(ring.find(Purpose.FIELDS, "k2")).isPresent();

        assertThat(reload(ring, K2 + "," + K1)).isEqualTo(Reading.CHANGED);
        assertThat(ring.primary(Purpose.FIELDS).id()).isEqualTo("k2");

        assertThat(reload(ring, K2)).isEqualTo(Reading.CHANGED);
        assertThat(ring.find(Purpose.FIELDS, "k1")).isEmpty();

        assertThat(heard)
                .containsExactly(reloaded("KeyRing[k1, k2]"), reloaded("KeyRing[k2, k1]"), reloaded("KeyRing[k2]"));
        assertThat(logged.list).isEmpty();
    }

    @Test
    void saysNothingWhereNothingChanged() {
        ReloadingKeyRing ring = ring(K1 + "," + K2);

        assertThat(reload(ring, " " + K1 + " , " + K2)).isEqualTo(Reading.UNCHANGED);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{k1: {}}|{k1: {state: decrypt-only}, k2: {}}|CHANGED",
                "{k1: {}}|{k1: {created: 2026-01-01}}|CHANGED",
                "{k1: {}}|{k1: {}, k2: {purposes: csrf}}|CHANGED",
                "{k1: {}}|{k1: {}, k2: {state: retired}}|CHANGED",
                "{k1: {}, k2: {state: retired}}|{k1: {}}|CHANGED",
                "{k1: {}}|{k1: {}, k2: {state: decrypt-only}}|UNCHANGED",
                "{k1: {}, k2: {}}|{k1: {state: retired}, k2: {}}|REFUSED",
            })
    void followsAPolicyThatIsReadAgain(String before, String after, Reading reading) {
        source = () -> policed(before);
        ReloadingKeyRing ring = ring();
        source = () -> policed(after);

        assertThat(ring.reload()).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|nothing",
                "k1=changeme|a phrase that is known",
                "k1=abc|a key of 2 bytes",
            })
    void keepsTheFormerKeysWhereNewOnesAreNone(String keys, String says) {
        ReloadingKeyRing ring = ring(K1);

        assertThat(reload(ring, keys)).isEqualTo(Reading.REFUSED);
        assertThat(ring).hasToString("KeyRing[k1]");
        assertThat(heard).containsExactly(refused("policy", 1));
        assertThat(logged.list).singleElement().asString().contains(says).contains("the former ones go on");
    }

    @Test
    void keepsTheFormerKeysAndReadsOnWhateverAReadingThrows() {
        ReloadingKeyRing ring = ring(K1);
        source = () -> {
            throw new NoClassDefFoundError("k1=secret");
        };
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        source = () -> sneaky(new java.io.IOException("k1=secret"));
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);

        assertThat(heard).containsExactly(refused("NoClassDefFoundError", 1), refused("IOException", 2));
        assertThat(logged.list).noneSatisfy(line -> assertThat(line.toString()).contains("k1=secret"));
        assertThat(reload(ring, K1 + "," + K2)).isEqualTo(Reading.CHANGED);
    }

    /** Throws as Kotlin does. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T, E extends Throwable> T sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void refusesAnIdWhoseBytesChangedHoweverLongAgoTheyWereSeen() {
        ReloadingKeyRing ring = ring(K1);

        assertThat(reload(ring, SomeKeys.text("k1", 9))).isEqualTo(Reading.REFUSED);
        assertThat(reload(ring, SomeKeys.text("k2", 2) + "," + K1)).isEqualTo(Reading.CHANGED);
        assertThat(reload(ring, K2)).isEqualTo(Reading.CHANGED);
        assertThat(reload(ring, K2 + "," + SomeKeys.text("k1", 9))).isEqualTo(Reading.REFUSED);
        assertThat(ring).hasToString("KeyRing[k2]");
        assertThat(reload(ring, K2 + "," + K1)).isEqualTo(Reading.CHANGED);
        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .contains("k1 [DATA-3]  asked: the bytes that this id had before; set: others"));
    }

    @Test
    void refusesBytesThatHadAnotherId() {
        ReloadingKeyRing ring = ring(K1);

        assertThat(reload(ring, K1 + "," + K2)).isEqualTo(Reading.CHANGED);
        assertThat(reload(ring, K1)).isEqualTo(Reading.CHANGED);
        assertThat(reload(ring, K1 + "," + SomeKeys.text("k3", 2))).isEqualTo(Reading.REFUSED);
        assertThat(logged.list)
                .singleElement()
                .asString()
                .contains("k3 [DATA-3]  asked: bytes that no other id had before; set: those of k2");
    }

    @Test
    void refusesToLeaveOutTheKeyThatMadeWhatIsNew() {
        ReloadingKeyRing ring = ring(K1 + "," + K2);

        assertThat(reload(ring, K2)).isEqualTo(Reading.REFUSED);
        assertThat(reload(ring, K3)).isEqualTo(Reading.REFUSED);
        assertThat(reload(ring, "ephemeral")).isEqualTo(Reading.REFUSED);
        assertThat(ring).hasToString("KeyRing[k1, k2]");
        assertThat(heard).containsExactly(refused("policy", 1), refused("policy", 2), refused("policy", 3));
        assertThat(logged.list.get(0).getFormattedMessage())
                .contains("k1 [DATA-3]  asked: the key that made what is new until now");
    }

    @Test
    void goesOnWithAnEphemeralKey() {
        ReloadingKeyRing ring = ring("ephemeral");
        KeyRing.Key drawn = ring.primary(Purpose.CSRF);

        assertThat(ring.isEphemeral()).isTrue();
        assertThat(reload(ring, "ephemeral")).isEqualTo(Reading.UNCHANGED);
        assertThat(ring.primary(Purpose.CSRF)).isSameAs(drawn);
        assertThat(reload(ring, K1)).isEqualTo(Reading.REFUSED);
    }

    @Test
    void tellsWhatFailedWithoutWhatItSaidAndThatItWorksAgain() {
        ReloadingKeyRing ring = ring(K1);
        source = () -> {
            throw new UnavailableException("cannot open " + K1);
        };

        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        assertThat(reload(ring, K1)).isEqualTo(Reading.UNCHANGED);
        assertThat(reload(ring, K1)).isEqualTo(Reading.UNCHANGED);
        assertThat(heard)
                .containsExactly(
                        refused("UnavailableException", 1),
                        refused("UnavailableException", 2),
                        reloaded("KeyRing[k1]"));
        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .contains("dev.hauberk.UnavailableException")
                        .doesNotContain(K1))
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
        reload(ring, "k1=abc");
        assertThat(heard).last().isEqualTo(refused("policy", 1));
    }

    @Test
    void readsAgainAndAgainUntilItIsToldToStop() throws Exception {
        ReloadingKeyRing ring = ring(K1);
        CountDownLatch read = new CountDownLatch(3);
        List<Thread> threads = new ArrayList<>();
        source = () -> {
            threads.add(Thread.currentThread());
            read.countDown();
            throw new UnavailableException("never mind");
        };

        ReloadingKeyRing.Repeating reading = ring.reloadEvery(Duration.ofMillis(1));
        assertThat(read.await(1, TimeUnit.MINUTES)).isTrue();
        reading.close();

        Thread thread = threads.get(0);
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("hauberk-keys");
        assertThat(reload(ring, K1)).as("it lets the next thread in").isEqualTo(Reading.UNCHANGED);
    }

    private Event reloaded(String keys) {
        return new Event(NOW, Control.DATA_3, Event.Outcome.NOTICED, "keys-reloaded", Map.of("keys", keys));
    }

    private Event refused(String why, int failures) {
        return new Event(
                NOW,
                Control.DATA_3,
                Event.Outcome.FAILED,
                "keys-not-reloaded",
                Map.of("why", why, "failures", String.valueOf(failures)));
    }

    private Reading reload(ReloadingKeyRing ring, String keys) {
        source = () -> KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", keys)));
        return ring.reload();
    }

    private ReloadingKeyRing ring(String keys) {
        source = () -> KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", keys)));
        return ring();
    }

    private ReloadingKeyRing ring() {
        return ReloadingKeyRing.of(() -> source.get(), events, InstantSource.fixed(NOW));
    }

    private static KeyRing policed(String keys) {
        return KeyRing.of(
                SecretSource.of(Map.of("HAUBERK_KEYS", K1 + "," + K2)),
                SecurityPolicy.parse("keys: " + keys, "hauberk.yml").keys());
    }
}
