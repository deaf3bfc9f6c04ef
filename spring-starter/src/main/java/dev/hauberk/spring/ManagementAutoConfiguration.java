package dev.hauberk.spring;

import dev.hauberk.rbac.route.Mapping;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Tells the application's container that actuator answers on a port of its own, which {@link ManagementPortConfiguration} guards. */
@AutoConfiguration(before = WebAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnManagementPort.class)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
public class ManagementAutoConfiguration {
    @Bean
    AnsweredElsewhere hauberkManagement(@Value("${management.endpoints.web.base-path:/actuator}") String base) {
        String start = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return new AnsweredElsewhere(new Mapping(Set.of(), start + "/**"));
    }
}
