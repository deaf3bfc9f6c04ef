package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The environment as {@code /actuator/env} shows it where its values are always shown. */
@Tag("DATA-3")
class ActuatorAutoConfigurationTest {
    private static final String KEY = "kJ8xQ2mP9vL4tR7wzAbC0dEfGhIjKlMnOpQrStUvWxY";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ActuatorAutoConfiguration.class));

    @ParameterizedTest
    @CsvSource({
        "HAUBERK_KEYS, ephemeral",
        "hauberk.keys, k1=short",
        "hauberkKeys, k1=short",
        "hauberk.keys, 'k1=" + KEY + ",k2=" + KEY + "'",
        "JAVA_OPTS, -Xmx1g -DHAUBERK_KEYS=k1=" + KEY,
        "OLD_KEYS, 'k0=" + KEY + "'",
        "spring.datasource.password, kJ8xQ2mP9vL4",
        "SPRING_DATASOURCE_PASSWORD, kJ8xQ2mP9vL4",
        "spring.datasource.url, 'jdbc:postgresql://user:kJ8xQ2mP9vL4@db/app'",
        "aws.secret-key, kJ8xQ2mP9vL4",
    })
    void showsNoKeyAndNoCredential(String name, String value) {
        runner.run(context -> assertThat(shown(context.getBean(SanitizingFunction.class), name, value))
                .contains("******")
                .doesNotContain("kJ8x", "k1=short", "ephemeral"));
    }

    @Test
    void showsWhatIsNoSecret() {
        runner.run(context -> assertThat(shown(context.getBean(SanitizingFunction.class), "server.port", "8080"))
                .contains("8080"));
    }

    @Test
    void needsNoActuator() {
        runner.withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("hauberkKeys"));
    }

    private static String shown(SanitizingFunction function, String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("given", Map.of(name, value)));
        EnvironmentEndpoint endpoint = new EnvironmentEndpoint(environment, List.of(function), Show.ALWAYS);
        return String.valueOf(endpoint.environment(null)
                        .getPropertySources()
                        .get(0)
                        .getProperties()
                        .get(name)
                        .getValue())
                + endpoint.environmentEntry(name).getProperty().getValue();
    }
}
