package dev.hauberk.spring;

import dev.hauberk.CallerScope;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.identity.AccessChanges;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.budget.Budgets;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.rbac.grant.RoleGrants;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.servlet.HauberkBuilder;
import dev.hauberk.servlet.Stores;
import dev.hauberk.spring.policy.PolicyFinder;
import dev.hauberk.store.RedisScripts;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ResourceLoader;

/**
 * Starts {@link Hauberk} from the application's policy and beans, and hands out its parts. An application gives its own
 * {@link Accounts}, {@link SecretSource} or {@link KeyRing}, {@link Stores}, {@link PasswordHasher}, clock or policy as beans, and anything else by a {@link HauberkCustomizer}. A key that the policy calls retired and that a {@link DataSource}
 * still needs stops the start.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
public class HauberkAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    InstantSource hauberkClock() {
        return InstantSource.system();
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityPolicy hauberkPolicy(ConfigurableEnvironment environment, ResourceLoader loader, InstantSource clock) {
        return new PolicyFinder(environment, loader).find().policy(clock);
    }

    @Bean
    @ConditionalOnMissingBean
    SecretSource hauberkSecrets() {
        return SecretSource.environment();
    }

    @Bean
    @ConditionalOnMissingBean
    Stores hauberkStores(ObjectProvider<RedisScripts> redis) {
        Stores stores = Stores.inMemory();
        return redis.stream().findFirst().map(stores::withRedis).orElse(stores);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Hauberk hauberk(
            SecurityPolicy policy,
            SecretSource secrets,
            Stores stores,
            Accounts accounts,
            InstantSource clock,
            ObjectProvider<DataSource> databases,
            ObjectProvider<HauberkCustomizer> customizers) {
        HauberkBuilder builder = Hauberk.with(policy)
                .secrets(secrets)
                .stores(stores)
                .accounts(accounts)
                .clock(clock)
                .databases(databases.stream().toArray(DataSource[]::new));
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.start();
    }

    @Bean
    @ConditionalOnMissingBean
    KeyRing hauberkKeyRing(Hauberk hauberk) {
        return hauberk.keys();
    }

    @Bean
    AuditTrail hauberkAudit(Stores stores) {
        return stores.audit();
    }

    @Bean
    @ConditionalOnMissingBean
    PasswordHasher hauberkPasswords(Hauberk hauberk) {
        return hauberk.passwords();
    }

    @Bean
    FieldCatalogue hauberkFields(Hauberk hauberk) {
        return hauberk.fields();
    }

    @Bean
    AccessPolicy hauberkAccess(Hauberk hauberk) {
        return hauberk.access();
    }

    @Bean
    Routes hauberkRoutes(Hauberk hauberk) {
        return hauberk.routes();
    }

    @Bean
    Budgets hauberkBudgets(Hauberk hauberk) {
        return hauberk.budgets();
    }

    @Bean
    RoleGrants hauberkGrants(SecurityPolicy policy) {
        return RoleGrants.of(policy);
    }

    @Bean
    Sessions hauberkSessions(Hauberk hauberk) {
        return hauberk.sessions();
    }

    @Bean
    AccessChanges hauberkChanges(Hauberk hauberk) {
        return hauberk.changes();
    }

    @Bean
    CallerScope hauberkCallers(Hauberk hauberk) {
        return hauberk.callers();
    }

    @Bean
    Events hauberkEvents(Hauberk hauberk) {
        return hauberk.events();
    }
}
