package dev.hauberk.spring;

import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.web.FilterCheck;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Puts Hauberk's steps before every filter of the application. */
@AutoConfiguration(after = HauberkAutoConfiguration.class)
@ConditionalOnBean(Hauberk.class)
public class StepsAutoConfiguration {
    @Bean
    FilterRegistrationBean<Filter> hauberkSteps(Hauberk hauberk, Environment environment) {
        new SettingsCheck(environment).check();
        return new StepsRegistration(hauberk.steps());
    }

    /** Comes last, when it is known whether a servlet is there for every path. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServletContextInitializer hauberkCalls(Hauberk hauberk) {
        return container -> {
            if (container.getServletRegistrations().values().stream()
                    .noneMatch(servlet -> servlet.getMappings().contains("/"))) {
                hauberk.standBehind(container);
            }
        };
    }

    @Bean
    SmartInitializingSingleton hauberkFilters(ObjectProvider<ServletContext> container) {
        return () -> container.ifAvailable(it -> new FilterCheck(it).afterSingletonsInstantiated());
    }
}
