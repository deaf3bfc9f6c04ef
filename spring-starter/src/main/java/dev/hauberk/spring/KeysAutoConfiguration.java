package dev.hauberk.spring;

import dev.hauberk.key.KeyRing;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Gives {@link dev.hauberk.servlet.Hauberk} the ring of keys that the application holds already, where it has one. */
@AutoConfiguration(before = HauberkAutoConfiguration.class)
@ConditionalOnBean(KeyRing.class)
public class KeysAutoConfiguration {
    @Bean
    HauberkCustomizer hauberkTakesTheApplicationsKeys(KeyRing ring) {
        return builder -> builder.keys(ring);
    }
}
