package dev.hauberk.spring;

import dev.hauberk.spring.web.ProblemServlet;
import java.util.Set;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;

/** Has the container of the management port dispatch its errors to us, in place of actuator's own page (INPUT-3). */
final class ManagementErrors implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        factory.setErrorPages(Set.of(new ErrorPage(ProblemServlet.PATH)));
    }

    /** After actuator's own. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
