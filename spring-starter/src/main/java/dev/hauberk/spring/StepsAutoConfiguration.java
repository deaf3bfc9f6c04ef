package dev.hauberk.spring;

import dev.hauberk.servlet.Hauberk;
import jakarta.servlet.FilterRegistration;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts Hauberk's steps before every filter of the application. */
@AutoConfiguration(after = HauberkAutoConfiguration.class)
public class StepsAutoConfiguration {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer hauberkSteps(Hauberk hauberk) {
        return context -> {
            for (Hauberk.NamedStep step : hauberk.steps()) {
                FilterRegistration.Dynamic registration = context.addFilter("hauberk-" + step.name(), step.filter());
                registration.setAsyncSupported(true);
                registration.addMappingForUrlPatterns(EnumSet.copyOf(step.dispatches()), false, "/*");
            }
        };
    }
}
