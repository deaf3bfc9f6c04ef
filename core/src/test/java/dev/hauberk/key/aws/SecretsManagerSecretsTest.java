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
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Tag("DATA-3")
class SecretsManagerSecretsTest {
    private static final String KEYS =
            "{\"HAUBERK_KEYS\": \"" + SomeKeys.text("k1", 1) + "\", \"DB_PASSWORD\": \"x\\n\\\"y\"}";

    private final SecretsManagerStub manager = new SecretsManagerStub();
    private final SteppingClock clock = new SteppingClock();
    private final SecretsManagerSecrets secrets =
            SecretsManagerSecrets.of(manager.client, SecretsManagerStub.SECRET, clock);

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void readsTheTextsOfASecret() {
        manager.put("v1", 1_700_000_000, KEYS);
        SecretSource read = secrets.read();

        assertThat(KeyRing.of(read).primary(Purpose.FIELDS).id()).isEqualTo("k1");
        assertThat(read.find("DB_PASSWORD")).contains("x\n\"y");
        assertThat(read.find("OTHER")).isEmpty();
        assertThat(manager.wire.requests()).isEqualTo(1);
        assertThat(secrets).hasToString("SecretsManagerSecrets[prod/hauberk]");
    }

    @Test
    void letsOneThreadInAfterTheOther() throws Exception {
        manager.put("v1", 1_700_000_000, KEYS);
        secrets.read();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.submit(() -> secrets.read().find("HAUBERK_KEYS")).get(1, TimeUnit.MINUTES))
                    .isPresent();
        } finally {
            other.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kJ8xQ2mP9vL4",
                "\"kJ8xQ2mP9vL4\"",
                "[\"kJ8xQ2mP9vL4\"]",
                "{\"HAUBERK_KEYS\": {\"k1\": \"kJ8xQ2mP9vL4\"}}",
                "{\"A\": \"kJ8xQ2mP9vL4\", \"B\": 1}",
                "{\"HAUBERK_KEYS\": \"kJ8xQ2mP9vL4\"",
                "{\"HAUBERK_KEYS\": kJ8xQ2mP9vL4}",
                "",
            })
    void refusesWhatIsNoObjectOfTextsAndDoesNotPrintIt(String value) {
        manager.put("v1", 1_700_000_000, value);

        PolicyException refused = refused();
        assertThat(refused)
                .hasMessageContaining("AWS Secrets Manager  prod/hauberk [DATA-3]  asked: a JSON object of texts")
                .hasMessageNotContaining("kJ8xQ2mP9vL4")
                .hasNoCause();
    }

    @Test
    void refusesASecretOfBytes() {
        manager.put("v1", 1_700_000_000, KEYS);
        manager.leaveOut("SecretString");

        assertThat(refused()).hasMessageContaining("a JSON object of texts");
    }

    @Test
    void neverTakesBackAnOldVersion() {
        manager.put("v1", 1_700_000_000, KEYS);
        secrets.read();
        manager.put("v1", 1_700_000_000, KEYS);
        secrets.read();
        manager.put("v2", 1_700_000_001, KEYS);
        secrets.read();
        manager.put("v1", 1_700_000_000, KEYS);

        assertThat(refused()).hasMessageContaining("asked: the current version, made no earlier than those before");
        manager.put("v3", 1_700_000_002, KEYS);
        assertThat(secrets.read().find("HAUBERK_KEYS")).isPresent();
    }

    @Test
    void refusesAVersionThatIsNotCurrentOrWithoutADate() {
        manager.put("v1", 1_700_000_000, KEYS, "AWSPREVIOUS");
        assertThat(refused()).hasMessageContaining("the current version");
        manager.put("v1", 1_700_000_000, KEYS);
        manager.leaveOut("VersionStages");
        assertThat(refused()).hasMessageContaining("the current version");
        manager.put("v1", 1_700_000_000, KEYS);
        manager.leaveOut("CreatedDate");
        assertThat(refused()).hasMessageContaining("the current version");
    }

    @Test
    void takesALaterVersionAfterOneThatCouldNotBeRead() {
        manager.put("v2", 1_700_000_005, "no object");
        refused();
        manager.put("v1", 1_700_000_000, KEYS);

        assertThat(secrets.read().find("HAUBERK_KEYS")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "400, ResourceNotFoundException, ResourceNotFoundException",
        "400, AccessDeniedException, AccessDeniedException",
        "400, DecryptionFailure, DecryptionFailure",
        "400, InvalidRequestException, InvalidRequestException",
        "403, code 1/2, status 403",
    })
    void saysTheCodeOfAnErrorAndAsksAgainAtOnce(int status, String type, String says) {
        manager.put("v1", 1_700_000_000, KEYS);
        manager.wire.fail(1, Answer.error(status, type));

        assertThat(refused())
                .hasMessageContaining("set: " + says + ".")
                .hasMessageNotContaining("a message that may hold anything")
                .hasNoCause();
        assertThat(secrets.read().find("HAUBERK_KEYS")).isPresent();
    }

    @Test
    void isRefusedWhereItsSignatureIsWrong() {
        SecretsManagerClient stranger = manager.wire.client(SecretsManagerClient.builder(), "another secret");
        SecretsManagerSecrets others = SecretsManagerSecrets.of(stranger, SecretsManagerStub.SECRET, clock);
        manager.put("v1", 1_700_000_000, KEYS);

        assertThat(catchThrowableOfType(PolicyException.class, others::read))
                .hasMessageContaining("set: InvalidSignatureException.");
        stranger.close();
    }

    @Test
    void saysThatASecretIsNotThere() {
        SecretsManagerSecrets other = SecretsManagerSecrets.of(manager.client, "prod/other", clock);

        assertThat(catchThrowableOfType(PolicyException.class, other::read).problems())
                .extracting(Problem::path, Problem::set)
                .containsExactly(tuple("prod/other", "ResourceNotFoundException"));
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "500, InternalServiceError", "503, ServiceUnavailable"})
    void triesAgainWhereAFailurePasses(int status, String type) {
        manager.put("v1", 1_700_000_000, KEYS);
        manager.wire.fail(2, Answer.error(status, type));

        assertThat(secrets.read().find("HAUBERK_KEYS")).isPresent();
        assertThat(manager.wire.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "500, InternalServiceError"})
    void leavesAServiceAloneThatThrottlesOrFailsForTwiceAsLongEachTime(int status, String type) {
        manager.put("v1", 1_700_000_000, KEYS);
        manager.wire.fail(1_000, Answer.error(status, type));

        assertThat(refused()).hasMessageContaining("set: " + type);
        int asked = manager.wire.requests();
        clock.advance(Duration.ofMillis(999));
        assertThat(refused())
                .hasMessageContaining("set: a failure before")
                .hasMessageContaining("not asked again before 2026-11-24T12:00:01Z");
        assertThat(manager.wire.requests()).isEqualTo(asked);

        clock.advance(Duration.ofMillis(1));
        assertThat(refused()).hasMessageContaining("set: " + type);
        assertThat(manager.wire.requests()).isGreaterThan(asked);
        clock.advance(Duration.ofMillis(1_999));
        assertThat(refused()).hasMessageContaining("before 2026-11-24T12:00:03Z");

        manager.wire.recover();
        clock.advance(Duration.ofMillis(1));
        secrets.read();
        manager.wire.fail(1_000, Answer.error(status, type));
        refused();
        assertThat(refused()).hasMessageContaining("before 2026-11-24T12:00:04Z");
    }

    @Test
    void leavesAServiceAloneForAtMost256Seconds() {
        manager.close();
        for (int i = 0; i < 12; i++) {
            assertThat(refused()).hasMessageContaining("set: none (SdkClientException)");
            clock.advance(Duration.ofSeconds(256));
        }
        refused();
        clock.advance(Duration.ofMillis(255_999));
        assertThat(refused()).hasMessageContaining("a failure before");
    }

    private PolicyException refused() {
        return catchThrowableOfType(PolicyException.class, secrets::read);
    }
}
