package dev.hauberk.example.workbench;

import dev.hauberk.key.SecretSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The environment's secrets; where it has no keys, this process makes its own, as a demo may and nothing else should. */
@Configuration(proxyBeanMethods = false)
class DemoKeys {
    @Bean
    @ConditionalOnMissingBean
    SecretSource demoSecrets() {
        SecretSource environment = SecretSource.environment();
        return name -> environment
                .find(name)
                .or(() -> name.equals("HAUBERK_KEYS") ? Optional.of("ephemeral") : Optional.empty());
    }
}
