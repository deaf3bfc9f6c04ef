package dev.hauberk.key.aws;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.hauberk.Events;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.ReloadingKeyRing;
import dev.hauberk.key.SomeKeys;
import dev.hauberk.key.aws.AwsStub.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** DATA-3 a1: every logger there is, the SDK's and the JDK's included, says all that it can, and none of it is of a key. */
@Tag("DATA-3")
class NothingIsLoggedTest {
    private static final byte[] FIRST = SomeKeys.bytes(1);
    private static final byte[] SECOND = SomeKeys.bytes(2);

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final java.util.logging.Logger jdk = java.util.logging.Logger.getLogger("");
    private final java.util.logging.Logger connections =
            java.util.logging.Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
    };
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToAll() {
        root.setLevel(Level.ALL);
        appender.start();
        root.addAppender(appender);
        handler.setLevel(java.util.logging.Level.ALL);
        jdk.addHandler(handler);
        connections.setLevel(java.util.logging.Level.ALL);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(appender);
        root.setLevel(level);
        jdk.removeHandler(handler);
        connections.setLevel(null);
    }

    @Test
    void saysNothingOfAKeyAtAnyLevelWhateverHappens() {
        SteppingClock clock = new SteppingClock();
        Events events = new Events();
        events.subscribe(event -> lines.add(event.toString()));
        try (SecretsManagerStub manager = new SecretsManagerStub();
                KmsStub kms = new KmsStub()) {
            SecretsManagerSecrets secrets = SecretsManagerSecrets.of(manager.client, SecretsManagerStub.SECRET, clock);
            KmsEnvelope envelope = KmsEnvelope.of(kms.client, KmsStub.KEY, clock);
            manager.put("v1", 1, secret(SomeKeys.text("k1", 1), KmsStub.wrapped("k2", SECOND)));
            ReloadingKeyRing plain = ReloadingKeyRing.of(() -> KeyRing.of(secrets.read()), events, clock);
            ReloadingKeyRing wrapped = ReloadingKeyRing.of(
                    () -> KeyRing.of(envelope.open(name -> secrets.read().find("WRAPPED"))), events, clock);
            List.of(plain, wrapped).forEach(ring -> lines.add(ring + " " + ring.primary(Purpose.FIELDS)));

            manager.put("v2", 2, secret(SomeKeys.text("k1", 2), KmsStub.wrapped("k2", FIRST)));
            fail(plain, wrapped);
            manager.put(
                    "v3",
                    3,
                    secret(SomeKeys.text("k1", 1) + "," + SomeKeys.text("k3", 1), "k2=" + SomeKeys.text("", 2)));
            fail(plain, wrapped);
            manager.put(
                    "v4",
                    4,
                    secret(SomeKeys.text("k1", 1), KmsStub.wrapped("k3", SECOND))
                            .replace("}", ""));
            fail(plain, wrapped);
            manager.put("v0", 0, secret(SomeKeys.text("k1", 1), KmsStub.wrapped("k2", SECOND)));
            fail(plain, wrapped);
            manager.wire.fail(3, Answer.error(400, "ThrottlingException"));
            fail(plain, wrapped);
            clock.advance(Duration.ofHours(1));
            kms.wire.close();
            manager.put("v5", 5, secret(SomeKeys.text("k1", 1), KmsStub.wrapped("k2", SECOND)));
            lines.add(plain.reload().name());
            lines.add(wrapped.reload().name());
        }

        assertThat(SomeKeys.text("k1", 1)).as("the forms would be seen").contains(forms()[1]);
        assertThat(lines)
                .as("the loggers were heard")
                .anyMatch(line -> line.contains("software.amazon.awssdk"))
                .anyMatch(line -> line.contains("HttpURLConnection"))
                .anyMatch(line -> line.contains("keys-not-reloaded"));
        assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContainIgnoringCase(forms()));
    }

    private void fail(ReloadingKeyRing... rings) {
        for (ReloadingKeyRing ring : rings) {
            assertThat(ring.reload()).isEqualTo(ReloadingKeyRing.Reading.REFUSED);
        }
    }

    private static String secret(String keys, String wrapped) {
        return "{\"HAUBERK_KEYS\": \"" + keys + "\", \"WRAPPED\": \"" + wrapped + "\"}";
    }

    /** Pieces of the keys in each form that a log could have them. */
    private static String[] forms() {
        return Stream.of(FIRST, SECOND)
                .flatMap(key -> Stream.of(
                        Base64.getEncoder().encodeToString(key).substring(4, 16),
                        Base64.getUrlEncoder().encodeToString(key).substring(4, 16),
                        HexFormat.of().formatHex(key).substring(4, 16),
                        Arrays.toString(key).substring(6, 30)))
                .toArray(String[]::new);
    }
}
