package dev.hauberk.spring;

import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.web.FilterCheck;
import dev.hauberk.spring.web.ProblemServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Guards the container of a management port: the same steps, with the same rules, limits and sessions, stand before it as before the
 * application. Actuator finds it by its name in a resource, and only where it opens a port of its own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(Hauberk.class)
class ManagementPortConfiguration {
    @Bean
    FilterRegistrationBean<Filter> hauberkManagementSteps(Hauberk hauberk) {
        return new StepsRegistration(hauberk.steps());
    }

    @Bean
    ServletRegistrationBean<ProblemServlet> hauberkManagementProblems() {
        ServletRegistrationBean<ProblemServlet> servlet =
                new ServletRegistrationBean<>(new ProblemServlet(), ProblemServlet.PATH);
        servlet.setName(ProblemServlet.NAME);
        return servlet;
    }

    @Bean
    ManagementErrors hauberkManagementErrors() {
        return new ManagementErrors();
    }

    @Bean
    FilterCheck hauberkManagementFilters(ServletContext container) {
        return new FilterCheck(container);
    }
}
