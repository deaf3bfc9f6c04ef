package dev.hauberk.spring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;

@Tag("POSTURE-2")
class PolicyFinderTest {
    @ParameterizedTest
    @ValueSource(strings = {"workbench", "mail"})
    void readsAnExampleInThreeWaysAlike(String example) {
        String text = text(example);
        SecurityPolicy file = SecurityPolicy.parse(text, "hauberk.yml");
        SecurityPolicy section = found(boot(text + "\nserver: {port: 8080}\n"));
        SecurityPolicy java = SecurityPolicy.of(tree(text));

        assertThat(section).isEqualTo(file);
        assertThat(java).isEqualTo(file);
        assertThat(file.routes()).isNotEmpty();
    }

    @Test
    void keepsAnUnderscoreAndWhatYamlWouldTurnIntoSomethingElse() {
        SecurityPolicy policy = found(boot("""
                hauberk:
                  roles: {super_admin: {rank: 1}, "off": {rank: 010}}
                  tokens: {issuer: 1.10, audience: "10:30"}
                """));
        assertThat(policy.roles().keySet()).containsExactly("super_admin", "off");
        assertThat(policy.roles().get("off").rank()).isEqualTo(10);
        assertThat(policy.tokens().issuer()).isEqualTo("1.10");
        assertThat(policy.tokens().audience()).isEqualTo("10:30");
    }

    @Test
    void laysASingleSettingOverTheSection() {
        StandardEnvironment environment = boot("hauberk: {sessions: {per-user: 5}}");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("command line", Map.of("hauberk.sessions.per-user", "3")));
        assertThat(found(environment).sessions().perUser()).isEqualTo(3);
    }

    @Test
    void namesTheSourceOfASettingThatIsWrong() {
        StandardEnvironment environment = boot("hauberk: {sessions: {per-user: 5}}");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("command line", Map.of("hauberk.sesions.per-user", "3")));
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> found(environment));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().source()).isEqualTo("command line"));
    }

    @Test
    void takesNoPolicyFromUnknownVariablesOfTheEnvironment() {
        StandardEnvironment environment = boot("hauberk: {sessions: {per-user: 5}}");
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of("HAUBERK_KEYS", "x", "HAUBERK_REDIS_URL", "y", "HAUBERK_SESSIONS_PERUSER", "4")));
        assertThat(found(environment).sessions().perUser()).isEqualTo(4);
    }

    private static SecurityPolicy found(StandardEnvironment environment) {
        return new PolicyFinder(environment, new DefaultResourceLoader()).find().policy(InstantSource.system());
    }

    /** As Spring Boot reads an application's YAML. */
    private static StandardEnvironment boot(String yaml) {
        StandardEnvironment environment = new StandardEnvironment();
        ByteArrayResource file = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "application.yml";
            }
        };
        try {
            new YamlPropertySourceLoader()
                    .load("application.yml", file)
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return environment;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> tree(String yaml) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        return (Map<String, ?>) new Load(settings).loadFromString(yaml);
    }

    private static String text(String example) {
        try {
            return Files.readString(Path.of("../examples/" + example + "/src/main/resources/hauberk.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
