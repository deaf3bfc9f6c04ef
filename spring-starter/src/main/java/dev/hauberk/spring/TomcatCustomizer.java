package dev.hauberk.spring;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.headers.ResponseHeaders;
import dev.hauberk.servlet.tomcat.TomcatErrors;
import org.apache.catalina.Host;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Dresses what a Tomcat answers by itself. Comes last, since Spring Boot adds an error report of its own. */
final class TomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final ResponseHeaders headers;

    TomcatCustomizer(SecurityPolicy policy) {
        this.headers = ResponseHeaders.of(policy);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(TomcatErrors::harden);
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof Host host) {
                TomcatErrors.install(host, headers);
            }
        });
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
