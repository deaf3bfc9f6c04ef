package dev.hauberk.key.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.ReloadingKeyRing;
import dev.hauberk.key.ReloadingKeyRing.Reading;
import dev.hauberk.key.SomeKeys;
import dev.hauberk.key.aws.AwsStub.Answer;
import dev.hauberk.policy.PolicyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-3 a2: the provider is down at the start, down later, throttles, or answers with an old version; keys wrapped in the secret. */
@Tag("DATA-3")
class AwsKeyRingTest {
    private static final String K1 = KmsStub.wrapped("k1", SomeKeys.bytes(1));
    private static final String K2 = KmsStub.wrapped("k2", SomeKeys.bytes(2));

    private final SecretsManagerStub manager = new SecretsManagerStub();
    private final KmsStub kms = new KmsStub();
    private final SteppingClock clock = new SteppingClock();
    private final List<Event> heard = new ArrayList<>();
    private final Events events = new Events();
    private final SecretsManagerSecrets secrets =
            SecretsManagerSecrets.of(manager.client, SecretsManagerStub.SECRET, clock);
    private final KmsEnvelope envelope = KmsEnvelope.of(kms.client, KmsStub.KEY, clock);

    @BeforeEach
    void put() {
        events.subscribe(heard::add);
        put("v1", 1, K1);
    }

    @AfterEach
    void close() {
        manager.close();
        kms.close();
    }

    @Test
    void refusesToStartWhereSecretsManagerIsDown() {
        manager.wire.close();

        assertThatThrownBy(this::start)
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("AWS Secrets Manager  prod/hauberk");
    }

    @Test
    void refusesToStartWhereKmsIsDown() {
        kms.wire.close();

        assertThatThrownBy(this::start).isInstanceOf(PolicyException.class).hasMessageContaining("AWS KMS  k1");
    }

    @Test
    void goesOnWithItsKeysAndRaisesAnAlarmWhereOneIsDownLater() {
        ReloadingKeyRing ring = start();
        manager.wire.close();

        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        assertThat(ring.primary(Purpose.FIELDS).id()).isEqualTo("k1");
        assertThat(heard).singleElement().satisfies(event -> {
            assertThat(event.control()).isEqualTo(Control.DATA_3);
            assertThat(event.outcome()).isEqualTo(Event.Outcome.FAILED);
            assertThat(event.reason()).isEqualTo("keys-not-reloaded");
        });
    }

    @Test
    void goesOnWithItsKeysWhereKmsIsDownLaterAndRecovers() {
        ReloadingKeyRing ring = start();
        kms.wire.fail(1_000, Answer.error(500, "KMSInternalException"));
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        assertThat(ring.find(Purpose.FIELDS, "k1")).isPresent();

        kms.wire.recover();
        put("v2", 2, K1 + "," + K2);
        assertThat(ring.reload()).as("it is left alone for a second").isEqualTo(Reading.REFUSED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(ring.reload()).isEqualTo(Reading.CHANGED);
        assertThat(ring.find(Purpose.FIELDS, "k2")).isPresent();
        assertThat(heard)
                .extracting(Event::outcome)
                .containsExactly(Event.Outcome.FAILED, Event.Outcome.FAILED, Event.Outcome.NOTICED);
    }

    @Test
    void backsOffWhereItIsThrottled() {
        ReloadingKeyRing ring = start();
        manager.wire.fail(1_000, Answer.error(400, "ThrottlingException"));
        ring.reload();
        int asked = manager.wire.requests();
        for (int i = 0; i < 100; i++) {
            assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        }

        assertThat(manager.wire.requests()).isEqualTo(asked);
        assertThat(ring.primary(Purpose.FIELDS).id()).isEqualTo("k1");
    }

    @Test
    void neverTakesBackAnOldVersion() {
        put("v2", 2, K2 + "," + K1);
        ReloadingKeyRing ring = start();
        put("v1", 1, K1 + "," + K2);

        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        assertThat(ring.primary(Purpose.FIELDS).id()).isEqualTo("k2");
    }

    private ReloadingKeyRing start() {
        return ReloadingKeyRing.of(() -> KeyRing.of(envelope.open(secrets.read())), events, clock);
    }

    private void put(String version, long created, String keys) {
        manager.put(version, created, "{\"HAUBERK_KEYS\": \"" + keys + "\"}");
    }
}
