package dev.hauberk.spring;

import dev.hauberk.crypto.password.PasswordHasher;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Gives {@link dev.hauberk.servlet.Hauberk} the application's own hasher, where it has one. */
@AutoConfiguration(before = HauberkAutoConfiguration.class)
@ConditionalOnBean(PasswordHasher.class)
public class PasswordsAutoConfiguration {
    @Bean
    HauberkCustomizer hauberkHashesAsTheApplication(PasswordHasher hasher) {
        return builder -> builder.passwords(hasher);
    }
}
