package dev.hauberk.spring;

import dev.hauberk.servlet.Hauberk;
import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Puts Hauberk's steps before every filter of the application. */
@AutoConfiguration(after = HauberkAutoConfiguration.class)
public class StepsAutoConfiguration {
    @Bean
    FilterRegistrationBean<Filter> hauberkSteps(Hauberk hauberk, Environment environment) {
        new SettingsCheck(environment).check();
        return new StepsRegistration(hauberk.steps());
    }
}
