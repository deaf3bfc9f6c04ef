package dev.hauberk.key.aws;

import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

/**
 * A secret of AWS Secrets Manager whose value is a JSON object of texts, such as {@code {"HAUBERK_KEYS": "k1=…"}}. Each reading asks for
 * the version with the stage {@code AWSCURRENT} once, and never takes back a version that was made before one that it has read: to go
 * back, put the former value as a new version.
 *
 * <p>Nothing of the secret is in an exception or a log. The SDK's clients over the JDK's own connections or CRT log no body; the Apache
 * client's wire log does, at DEBUG, so leave that client out. Thread-safe.
 */
public final class SecretsManagerSecrets {
    private static final String STAGE = "AWSCURRENT";

    private final SecretsManagerClient client;
    private final String secretId;
    private final Service service;
    private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);

    private SecretsManagerSecrets(SecretsManagerClient client, String secretId, InstantSource clock) {
        this.client = client;
        this.secretId = secretId;
        this.service = new Service("AWS Secrets Manager", clock);
    }

    /**
     * A secret. Nothing is asked for yet.
     *
     * @param client whose retries, timeouts and credentials hold; the caller closes it
     * @param secretId its name or ARN
     */
    public static SecretsManagerSecrets of(SecretsManagerClient client, String secretId, InstantSource clock) {
        return new SecretsManagerSecrets(client, secretId, clock);
    }

    /**
     * What the secret says now.
     *
     * @throws PolicyException where the service does not answer, was left alone for a while because it did not, or answers with something
     *     else than the current version of an object of texts
     */
    public SecretSource read() {
        GetSecretValueResponse answer = service.ask(
                secretId,
                () -> client.getSecretValue(
                        request -> request.secretId(secretId).versionStage(STAGE)));
        Instant created = answer.createdDate();
        if (!answer.versionStages().contains(STAGE) || created == null || created.isBefore(newest.get())) {
            throw service.refusal(
                    secretId,
                    "the current version, made no earlier than those before",
                    "another",
                    "Put the value that is wanted as a new version.");
        }
        SecretSource secrets = SecretSource.of(JsonTexts.read(answer.secretString(), service, secretId));
        newest.accumulateAndGet(created, (before, now) -> now.isAfter(before) ? now : before);
        return secrets;
    }

    @Override
    public String toString() {
        return "SecretsManagerSecrets[" + secretId + "]";
    }
}
