package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Mode;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

@Tag("RATE-4")
class NoticeTest {
    private static final String ADDRESS = "192.0.2.77";
    private static final Optional<String> CATEGORY = Optional.of("c");

    private final FakeClock clock = new FakeClock();
    private final Events events = new Events();
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Limits.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        events.subscribe(heard::add);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 2",
        "3, 3",
        "4, 4",
        "5, 4",
        "6, 5",
        "9, 8",
        "10, 8",
        "11, 9",
        "30, 24",
        "99, 80",
        "100, 80",
        "200, 160"
    })
    void tellsAtTheFirstThatMakesEightyPerCent(int count, int at) {
        Limits limits = limits(count + " per 1m per user");
        for (int i = 1; i <= count; i++) {
            take(limits, "u1");
            assertThat(heard).as("after %d", i).hasSize(i < at ? 0 : 1);
        }
    }

    @Test
    void tellsTheCategoryTheLimitAndAPseudonymAndNothingElse() {
        Limits limits = limits("1 per 1m per address");
        limits.take(CATEGORY, Callers.address(ADDRESS));

        assertThat(heard).hasSize(1);
        Event event = heard.get(0);
        assertThat(event.control()).isEqualTo(Control.RATE_4);
        assertThat(event.outcome()).isEqualTo(Event.Outcome.NOTICED);
        assertThat(event.reason()).isEqualTo("limit");
        assertThat(event.at()).isEqualTo(clock.instant());
        assertThat(event.details()).containsOnlyKeys("category", "limit", "key");
        assertThat(event.details()).containsEntry("category", "c").containsEntry("limit", "1 per 1m per address");
        assertThat(event.details().get("key")).matches("[A-Za-z0-9_-]{12}");
    }

    @Test
    void writesOneLineAndNoAddressOrUserInTheClear() {
        Limits limits = limits("1 per 1m per user");
        take(limits, "ada@acme.example");
        take(limits, "ada@acme.example");
        limits.take(CATEGORY, Callers.address(ADDRESS));

        assertThat(lines.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage())
                        .contains("80 %", "the limit c (1 per 1m per user)")
                        .doesNotContain("ada", "acme", ADDRESS));
        assertThat(heard.toString()).doesNotContain("ada", "acme", ADDRESS);
    }

    @Test
    void tellsOnceAWindowForEachKey() {
        Limits limits = limits("10 per 1m per user");
        take(limits, "u1", 20);
        take(limits, "u2", 20);
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0).details().get("key"))
                .isNotEqualTo(heard.get(1).details().get("key"));

        clock.forward(Duration.ofSeconds(59));
        take(limits, "u1", 20);
        assertThat(heard).hasSize(2);

        clock.forward(Duration.ofSeconds(1));
        take(limits, "u1", 1);
        assertThat(heard).hasSize(3);
        assertThat(heard.get(2).details().get("key"))
                .isEqualTo(heard.get(0).details().get("key"));
    }

    @Test
    void tellsOnceWhere64ThreadsCrossItAtOnce() throws Exception {
        Limits limits = limits("100 per 1m per user");
        Race.run(() -> {
            take(limits, "u1", 20);
            return true;
        });
        assertThat(heard).hasSize(1);
        assertThat(lines.list).hasSize(1);
    }

    @Test
    void tellsOfEachCategory() {
        Limits limits = Limits.inMemory(Policies.limits("c: 1 per 1m per user", "d: 1 per 1m per user"), events, clock);
        Caller caller = Callers.user("u1", ADDRESS);
        limits.take(Optional.of("c"), caller);
        limits.take(Optional.of("d"), caller);
        assertThat(heard).extracting(event -> event.details().get("category")).containsExactly("c", "d");
    }

    @Test
    void failsNothingWhereAListenerThrows() {
        events.subscribe(event -> {
            throw new IllegalStateException("a listener");
        });
        assertThat(limits("1 per 1m per user")
                        .take(CATEGORY, Callers.user("u1", ADDRESS))
                        .orElseThrow()
                        .permit()
                        .granted())
                .isTrue();
    }

    @Test
    void tellsNothingWhereItIsDisabled() {
        Limits limits = Limits.inMemory(
                Policies.limits(Map.of(Control.RATE_4, Mode.DISABLED), "c: 1 per 1m per user"), events, clock);
        take(limits, "u1", 3);
        assertThat(heard).isEmpty();
        assertThat(lines.list).isEmpty();
    }

    @Test
    void givesAKeyAnotherNameInAnotherProcess() {
        SecureRandom random = new SecureRandom();
        Pseudonyms one = new Pseudonyms(random);
        assertThat(one.of("k")).isEqualTo(one.of("k")).isNotEqualTo(one.of("K"));
        assertThat(new Pseudonyms(random).of("k")).isNotEqualTo(one.of("k"));
    }

    private Limits limits(String limit) {
        return Limits.inMemory(Policies.limits("c: " + limit), events, clock);
    }

    private static void take(Limits limits, String user) {
        limits.take(CATEGORY, Callers.user(user, ADDRESS));
    }

    private static void take(Limits limits, String user, int times) {
        for (int i = 0; i < times; i++) {
            take(limits, user);
        }
    }
}
