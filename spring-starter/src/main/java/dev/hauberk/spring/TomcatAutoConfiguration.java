package dev.hauberk.spring;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.headers.ResponseHeaders;
import dev.hauberk.servlet.tomcat.TomcatErrors;
import org.apache.catalina.Host;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the policy's headers and the problem body on what Tomcat answers by itself (HTTP-1). */
@AutoConfiguration(after = HauberkAutoConfiguration.class)
@ConditionalOnClass({Tomcat.class, TomcatServletWebServerFactory.class})
public class TomcatAutoConfiguration {
    /** Comes last, since Spring Boot adds an error report of its own. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> hauberkTomcat(SecurityPolicy policy) {
        ResponseHeaders headers = ResponseHeaders.of(policy);
        return factory -> {
            factory.addConnectorCustomizers(TomcatErrors::harden);
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof Host host) {
                    TomcatErrors.install(host, headers);
                }
            });
        };
    }
}
