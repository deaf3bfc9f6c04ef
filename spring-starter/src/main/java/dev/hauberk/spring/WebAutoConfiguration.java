package dev.hauberk.spring;

import dev.hauberk.Control;
import dev.hauberk.Events;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.web.CallerArgument;
import dev.hauberk.spring.web.CoverageCheck;
import dev.hauberk.spring.web.ProblemController;
import dev.hauberk.spring.web.SameRoute;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What an application on Spring MVC gets beside the steps. */
@AutoConfiguration(
        after = HauberkAutoConfiguration.class,
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnClass(DispatcherServlet.class)
public class WebAutoConfiguration {
    @Bean
    CoverageCheck hauberkCoverage(
            Hauberk hauberk,
            ApplicationContext context,
            @Value("${server.error.path:${error.path:/error}}") String errorPath) {
        return new CoverageCheck(hauberk, context, errorPath);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemController problemController() {
        return new ProblemController();
    }

    @Bean
    WebMvcConfigurer hauberkWebMvc(SecurityPolicy policy, Routes routes, Events events, InstantSource clock) {
        SameRoute sameRoute = new SameRoute(routes, policy.mode(Control.RBAC_4), events, clock);
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(sameRoute).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }
}
