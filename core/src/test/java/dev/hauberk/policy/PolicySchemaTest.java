package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POSTURE-2")
class PolicySchemaTest {
    @Test
    void isTheSchemaThatTheArtifactCarries() throws IOException {
        String committed = Files.readString(
                Root.of("core", "src", "main", "resources", "META-INF", "hauberk", "hauberk.schema.json"));

        assertThat(committed).isEqualTo(PolicySchema.json());
    }

    @Test
    void describesEverySettingWithItsDefaultAndItsWords() {
        assertThat(PolicySchema.json().replaceAll("\\s+", " "))
                .contains("\"$ref\": \"#/$defs/policy\"")
                .contains(
                        "\"per-user\": { \"description\": \"How many sessions a user has at most. (SESS-4)\", \"default\": 5, \"type\": \"integer\"")
                .contains("\"end-oldest\"")
                .contains("\"additionalProperties\": false");
    }

    @Test
    void describesPropertiesForSpring() {
        assertThat(PolicySchema.springMetadata())
                .contains("\"name\": \"hauberk.sessions.per-user\",\n      \"type\": \"java.lang.Integer\"")
                .contains(
                        "\"name\": \"hauberk.routes\",\n      \"type\": \"java.util.List<dev.hauberk.policy.RoutePolicy>\"")
                .contains(
                        "\"name\": \"hauberk.roles\",\n      \"type\": \"java.util.Map<java.lang.String,dev.hauberk.policy.RolePolicy>\"")
                .contains("\"name\": \"hauberk.sign-in.lockout\",\n      \"type\": \"dev.hauberk.policy.Lockout\"");
    }

    @Test
    void knowsEveryScalarThatMayBeLaidOver() {
        for (String path : PolicySource.scalars()) {
            assertThat(PolicySchema.springMetadata()).contains("\"hauberk." + path + "\"");
        }
    }
}
