package dev.hauberk.key.aws;

import dev.hauberk.key.aws.AwsStub.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager with one secret, {@code prod/hauberk}, whose versions a test puts. */
final class SecretsManagerStub implements AutoCloseable {
    static final String SECRET = "prod/hauberk";
    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/hauberk-AbCdEf";

    final AwsStub wire = new AwsStub("secretsmanager", "secretsmanager.GetSecretValue", this::getSecretValue);
    final SecretsManagerClient client = wire.client(SecretsManagerClient.builder());
    private volatile Map<String, Object> current = Map.of();

    /** Makes a value the current version. */
    void put(String version, long created, String value) {
        put(version, created, value, "AWSCURRENT");
    }

    void put(String version, long created, String value, String stage) {
        Map<String, Object> members = new HashMap<>(Map.of(
                "ARN",
                ARN,
                "Name",
                SECRET,
                "VersionId",
                version,
                "VersionStages",
                List.of(stage),
                "SecretString",
                value));
        members.put("CreatedDate", created);
        current = members;
    }

    /** Leaves a member out of its answers. */
    void leaveOut(String member) {
        Map<String, Object> members = new HashMap<>(current);
        members.remove(member);
        current = members;
    }

    private Answer getSecretValue(Map<String, JsonNode> request) {
        return request.get("SecretId").asString().equals(SECRET)
                        && request.get("VersionStage").asString().equals("AWSCURRENT")
                ? Answer.of(current)
                : Answer.error(400, "ResourceNotFoundException");
    }

    @Override
    public void close() {
        client.close();
        wire.close();
    }
}
