package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Accounts;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.servlet.Stores;
import dev.hauberk.spring.app.Nobody;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** What an application defines itself is taken, and nothing else is made in its place. */
@Tag("POSTURE-2")
class BackingOffTest {
    private static final AutoConfigurations OURS = AutoConfigurations.of(
            AccountsAutoConfiguration.class,
            HauberkAutoConfiguration.class,
            KeysAutoConfiguration.class,
            LogbackAutoConfiguration.class,
            PasswordsAutoConfiguration.class,
            StepsAutoConfiguration.class);
    private static final SecretSource KEYS = SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"));

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(OURS)
            .withPropertyValues("hauberk.baseline=calimatic")
            .withBean(SecretSource.class, () -> KEYS);
    private final WebApplicationContextRunner withAccounts = runner.withBean(Accounts.class, Nobody::hasAnAccount);

    @Test
    void startsWithNothingButSecretsAndAccounts() {
        withAccounts.run(context -> assertThat(context)
                .hasSingleBean(Hauberk.class)
                .hasSingleBean(Stores.class)
                .hasSingleBean(InstantSource.class)
                .hasSingleBean(SecurityPolicy.class)
                .hasSingleBean(PasswordHasher.class));
    }

    @Test
    void takesTheApplicationsAccountsThoughThereIsADatabase() {
        withAccounts
                .withBean(DataSource.class, JdbcDataSource::new)
                .run(context ->
                        assertThat(context.getBean(Accounts.class).all()).isEmpty());
    }

    @Test
    void makesNoAccountsOfTwoDatabases() {
        runner.withBean("one", DataSource.class, JdbcDataSource::new)
                .withBean("other", DataSource.class, JdbcDataSource::new)
                .run(context -> assertThat(context).hasFailed().getFailure().hasMessageContaining("Accounts"));
    }

    @Test
    void takesTheApplicationsHasher() {
        PasswordHasher own = new Plain();
        withAccounts.withBean(PasswordHasher.class, () -> own).run(context -> {
            assertThat(context).getBean(PasswordHasher.class).isSameAs(own);
            assertThat(context.getBean(Hauberk.class).passwords()).isSameAs(own);
        });
    }

    @Test
    void takesTheApplicationsSecrets() {
        new WebApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues("hauberk.baseline=calimatic")
                .withBean(Accounts.class, Nobody::hasAnAccount)
                .withBean(SecretSource.class, () -> SecretSource.of(Map.of()))
                .run(context ->
                        assertThat(context).hasFailed().getFailure().rootCause().hasMessageContaining("HAUBERK_KEYS"));
    }

    @Test
    void takesTheApplicationsKeysAndAsksForNoOthers() {
        KeyRing own = KeyRing.of(KEYS);
        new WebApplicationContextRunner()
                .withConfiguration(OURS)
                .withPropertyValues("hauberk.baseline=calimatic")
                .withBean(Accounts.class, Nobody::hasAnAccount)
                .withBean(SecretSource.class, () -> SecretSource.of(Map.of()))
                .withBean(KeyRing.class, () -> own)
                .run(context -> {
                    assertThat(context).getBean(KeyRing.class).isSameAs(own);
                    assertThat(context.getBean(Hauberk.class).keys()).isSameAs(own);
                });
    }

    @Test
    @Tag("DATA-2")
    void looksForRetiredKeysInTheApplicationsDatabases() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:retired;INIT=create table if not exists papers as select '"
                + FieldCipher.of(KeyRing.of(KEYS))
                        .encrypt("x", new FieldContext(new Tenant("one"), "papers", "text", "1"))
                + "' as text");
        withAccounts
                .withBean(DataSource.class, () -> database)
                .withBean(
                        SecurityPolicy.class,
                        () -> SecurityPolicy.of(Map.of(
                                "baseline",
                                "calimatic",
                                "keys",
                                Map.of("k1", Map.of(), "ephemeral", Map.of("state", "retired")))))
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("keys.ephemeral.state")
                        .hasMessageContaining("holds 1 of ephemeral"));
    }

    @Test
    void takesTheApplicationsStores() {
        Stores own = Stores.inMemory();
        withAccounts.withBean(Stores.class, () -> own).run(context -> {
            assertThat(context).getBean(Stores.class).isSameAs(own);
            assertThat(context.getBean(Hauberk.class).audit()).isSameAs(own.audit());
        });
    }

    @Test
    void takesTheApplicationsClock() {
        Clock own = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        withAccounts
                .withBean(Clock.class, () -> own)
                .run(context -> assertThat(context).getBean(InstantSource.class).isSameAs(own));
    }

    @Test
    void takesTheApplicationsPolicy() {
        SecurityPolicy own = SecurityPolicy.of(Map.of("baseline", "calimatic"));
        withAccounts
                .withBean(SecurityPolicy.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(Hauberk.class).policy()).isSameAs(own));
    }

    @Test
    void callsEveryCustomizerOnceAndInOrder() {
        List<String> called = new ArrayList<>();
        withAccounts
                .withBean("one", HauberkCustomizer.class, () -> builder -> called.add("one"))
                .withBean("two", HauberkCustomizer.class, () -> builder -> called.add("two"))
                .run(context -> assertThat(called).containsExactly("one", "two"));
    }

    @Test
    void takesTheApplicationsWhole() {
        try (Hauberk own = Hauberk.start(
                SecurityPolicy.of(Map.of("baseline", "calimatic")), KEYS, Stores.inMemory(), Nobody.hasAnAccount())) {
            withAccounts
                    .withBean(Hauberk.class, () -> own)
                    .run(context -> assertThat(context).getBean(Hauberk.class).isSameAs(own));
        }
    }

    @Test
    void standsBackInAnApplicationThatIsNoneForTheWeb() {
        new ApplicationContextRunner()
                .withConfiguration(OURS)
                .withBean(DataSource.class, JdbcDataSource::new)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Hauberk.class)
                        .doesNotHaveBean(Accounts.class));
    }

    /** No hasher for anything but this test. */
    private static final class Plain implements PasswordHasher {
        @Override
        public String hash(CharSequence password) {
            return password.toString();
        }

        @Override
        public Match verify(CharSequence password, String hash) {
            return Match.NO;
        }

        @Override
        public void verifyNothing(CharSequence password) {}
    }
}
