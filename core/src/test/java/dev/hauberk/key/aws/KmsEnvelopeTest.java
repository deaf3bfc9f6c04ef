package dev.hauberk.key.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.SecretSource;
import dev.hauberk.key.SomeKeys;
import dev.hauberk.key.aws.AwsStub.Answer;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-3")
class KmsEnvelopeTest {
    private static final String FIRST = KmsStub.wrapped("k1", SomeKeys.bytes(1));
    private static final String SECOND = KmsStub.wrapped("k2", SomeKeys.bytes(2));

    private final KmsStub kms = new KmsStub();
    private final SteppingClock clock = new SteppingClock();
    private final KmsEnvelope envelope = KmsEnvelope.of(kms.client, KmsStub.KEY, clock);

    @AfterEach
    void close() {
        kms.close();
    }

    @Test
    void opensTheKeysThatItsKeyWrapped() {
        KeyRing ring = KeyRing.of(envelope.open(source(SECOND + " , " + FIRST)));
        KeyRing plain = KeyRing.of(source(SomeKeys.text("k2", 2) + "," + SomeKeys.text("k1", 1)));

        assertThat(ring).hasToString("KeyRing[k2, k1]");
        assertThat(ring.primary(Purpose.FIELDS)
                        .secret()
                        .matches(plain.primary(Purpose.FIELDS).secret()))
                .isTrue();
        assertThat(kms.wire.requests()).isEqualTo(2);
        assertThat(envelope).hasToString("KmsEnvelope[alias/hauberk]");
    }

    @Test
    void letsWhateverElseThereIsPass() {
        SecretSource opened = envelope.open(SecretSource.of(Map.of("DB_PASSWORD", "x")));

        assertThat(opened.find("DB_PASSWORD")).contains("x");
        assertThat(opened.find("HAUBERK_KEYS")).isEmpty();
        assertThat(kms.wire.requests()).isZero();
    }

    @Test
    void opensNoKeyUnderTheIdOfAnother() {
        String swapped = "k1=" + SECOND.substring(3) + ",k2=" + FIRST.substring(3);

        assertThat(refused(swapped).problems())
                .extracting(Problem::path, Problem::set)
                .containsExactly(tuple("k1", "InvalidCiphertextException"), tuple("k2", "InvalidCiphertextException"));
    }

    @Test
    void opensNothingThatAnotherKeyWrapped() {
        assertThat(refused("k1=" + KmsStub.wrapped(KmsStub.OTHER_KEY, "k1", SomeKeys.bytes(1))))
                .hasMessageContaining("AWS KMS  k1 [DATA-3]")
                .hasMessageContaining("InvalidCiphertextException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ephemeral",
                "k1=",
                "k1=kJ8xQ2mP9vL4A",
                "k1=kJ8x-Q2mP9vL4",
                "=kJ8xQ2mP9vL4",
                "k_1=kJ8xQ2mP9vL4",
                "k1=kJ8xQ2mP9vL4===",
                "k1=kJ8xQ2mP9vL4x=y",
            })
    void refusesWhatIsNotWrappedAndDoesNotPrintIt(String entry) {
        PolicyException refused = refused(FIRST + "," + entry);

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("entry 2");
            assertThat(problem.asked()).isEqualTo("id=ciphertext, in Base64");
        });
        assertThat(refused).hasMessageNotContaining("kJ8x");
    }

    @Test
    void refusesAKeyThatIsNotWrappedByItAndDoesNotPrintIt() {
        String plain = SomeKeys.text("k1", 1);

        assertThat(refused(plain)).hasMessageNotContaining(plain.substring(3));
    }

    @Test
    void refusesAWeakKeyThatWasWrapped() {
        assertThat(refused(KmsStub.wrapped("k1", new byte[32]) + "," + KmsStub.wrapped("k2", new byte[16]))
                        .problems())
                .extracting(Problem::set)
                .containsExactly("a key that is one byte over and over", "a key of 16 bytes");
    }

    @Test
    void tellsOfEveryKeyThatDoesNotOpenAndAsksNoServiceThatIsDown() {
        kms.wire.fail(1_000, Answer.error(500, "KMSInternalException"));
        PolicyException refused = refused(FIRST + "," + SECOND);

        assertThat(refused.problems())
                .extracting(Problem::path, Problem::set)
                .containsExactly(tuple("k1", "KMSInternalException"), tuple("k2", "a failure before"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DisabledException", "AccessDeniedException", "KMSInvalidStateException", "NotFoundException"})
    void saysTheCodeOfAnError(String code) {
        kms.wire.fail(1, Answer.error(400, code));

        assertThat(refused(FIRST)).hasMessageContaining("set: " + code + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"KeyId\":\"alias/hauberk\"}", "{\"Plaintext\":null}", "{\"Plaintext\":\"%%\"}", "[]"})
    void refusesAnAnswerThatHoldsNoKey(String body) {
        kms.wire.fail(9, new Answer(200, body));

        assertThat(refused(FIRST).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.path()).isEqualTo("k1"));
    }

    private PolicyException refused(String keys) {
        return catchThrowableOfType(PolicyException.class, () -> KeyRing.of(envelope.open(source(keys))));
    }

    private static SecretSource source(String keys) {
        return SecretSource.of(Map.of("HAUBERK_KEYS", keys));
    }
}
