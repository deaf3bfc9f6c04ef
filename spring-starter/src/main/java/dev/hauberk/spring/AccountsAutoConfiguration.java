package dev.hauberk.spring;

import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.AccountsSchema;
import dev.hauberk.servlet.Stores;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;

/** The JDBC accounts and their tables, where the application has a database and no {@link Accounts} of its own. */
@AutoConfiguration(
        before = HauberkAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnSingleCandidate(DataSource.class)
public class AccountsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Accounts hauberkAccounts(DataSource dataSource, Stores stores) {
        AccountsSchema.install(dataSource);
        return Accounts.jdbc(dataSource, stores.audit());
    }
}
