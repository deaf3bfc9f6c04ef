package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.identity.Accounts;
import dev.hauberk.key.SecretSource;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.app.Nobody;
import dev.hauberk.spring.security.ChainCheck;
import dev.hauberk.spring.web.CoverageCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Each dependency that is optional is missed by nothing but what is for it. */
@Tag("POSTURE-2")
class AbsentClassesTest {
    private static final String[] PARTS = {
        "hauberkChainCheck",
        "hauberkTomcat",
        "hauberkRedactsLogs",
        "hauberkManagement",
        "hauberkKeys",
        "hauberkCoverage"
    };

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AccountsAutoConfiguration.class,
                    ActuatorAutoConfiguration.class,
                    HauberkAutoConfiguration.class,
                    KeysAutoConfiguration.class,
                    LogbackAutoConfiguration.class,
                    ManagementAutoConfiguration.class,
                    PasswordsAutoConfiguration.class,
                    SpringSecurityAutoConfiguration.class,
                    StepsAutoConfiguration.class,
                    TomcatAutoConfiguration.class,
                    WebAutoConfiguration.class))
            .withPropertyValues("hauberk.baseline=calimatic", "management.server.port=9999")
            .withBean(SecretSource.class, () -> SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")))
            .withBean(Accounts.class, Nobody::hasAnAccount);

    @Test
    void hasAPartForEachWhereAllAreThere() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(ChainCheck.class).hasSingleBean(CoverageCheck.class);
            for (String part : PARTS) {
                assertThat(context).hasBean(part);
            }
        });
    }

    @Test
    void startsWithoutSpringSecurity() {
        missesOnly(List.of("hauberkChainCheck"), "org.springframework.security");
    }

    @Test
    void startsWithoutTomcat() {
        missesOnly(List.of("hauberkTomcat"), "org.apache.catalina");
    }

    @Test
    void startsWithoutSpringBootsTomcat() {
        missesOnly(List.of("hauberkTomcat"), "org.springframework.boot.tomcat");
    }

    @Test
    void startsWithoutLogback() {
        missesOnly(List.of("hauberkRedactsLogs"), "ch.qos.logback");
    }

    @Test
    void startsWithoutActuator() {
        missesOnly(List.of("hauberkManagement", "hauberkKeys"), "org.springframework.boot.actuate");
    }

    @Test
    void startsWithoutSpringMvc() {
        missesOnly(List.of("hauberkCoverage"), "org.springframework.web.servlet");
    }

    @Test
    void startsWithoutSpringsJdbc() {
        missesOnly(List.of(), "org.springframework.jdbc", "org.springframework.boot.jdbc");
    }

    private void missesOnly(List<String> missing, String... packages) {
        runner.withClassLoader(new FilteredClassLoader(packages)).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Hauberk.class).hasBean("hauberkSteps");
            for (String part : PARTS) {
                assertThat(context.containsBean(part)).as(part).isEqualTo(!missing.contains(part));
            }
        });
    }
}
