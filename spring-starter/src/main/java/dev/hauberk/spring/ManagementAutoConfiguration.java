package dev.hauberk.spring;

import dev.hauberk.rbac.route.Mapping;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Tells the application's container what actuator answers on a port of its own, which {@link ManagementPortConfiguration} guards. */
@AutoConfiguration(before = WebAutoConfiguration.class)
@ConditionalOnClass(ManagementPortType.class)
public class ManagementAutoConfiguration {
    @Bean
    AnsweredElsewhere hauberkManagement(
            Environment environment, @Value("${management.endpoints.web.base-path:/actuator}") String base) {
        if (ManagementPortType.get(environment) != ManagementPortType.DIFFERENT) {
            return new AnsweredElsewhere(List.of());
        }
        String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return new AnsweredElsewhere(List.of(new Mapping(Set.of(), start + "/**")));
    }
}
