package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.PolicySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POSTURE-2")
class MetadataTest {
    @Test
    void isWhatTheSectionsSay() throws IOException {
        Path file = Path.of("src/main/resources/META-INF/additional-spring-configuration-metadata.json");
        assertThat(Files.readString(file).strip())
                .isEqualTo(PolicySchema.springMetadata().strip());
    }
}
