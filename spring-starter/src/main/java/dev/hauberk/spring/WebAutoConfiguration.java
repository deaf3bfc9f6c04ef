package dev.hauberk.spring;

import dev.hauberk.Control;
import dev.hauberk.Events;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.spring.web.CallerArgument;
import dev.hauberk.spring.web.CoverageCheck;
import dev.hauberk.spring.web.ProblemController;
import dev.hauberk.spring.web.SameRoute;
import dev.hauberk.spring.web.UnavailableAnswer;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** What an application on Spring MVC gets beside the steps. */
@AutoConfiguration(
        after = HauberkAutoConfiguration.class,
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean(Hauberk.class)
public class WebAutoConfiguration {
    @Bean
    CoverageCheck hauberkCoverage(
            Hauberk hauberk,
            ApplicationContext context,
            ObjectProvider<AnsweredElsewhere> elsewhere,
            @Value("${spring.web.error.path:${error.path:/error}}") String errorPath) {
        List<Mapping> others = elsewhere.stream()
                .flatMap(container -> container.mappings().stream())
                .toList();
        return new CoverageCheck(hauberk, List.of(context), errorPath, others);
    }

    @Bean
    @ConditionalOnMissingBean(ErrorController.class)
    ProblemController hauberkProblems() {
        return new ProblemController();
    }

    @Bean
    UnavailableAnswer hauberkUnavailable() {
        return new UnavailableAnswer();
    }

    /** A bean of this type is found by every mapping of handlers, actuator's and a management port's too. */
    @Bean
    MappedInterceptor hauberkSameRoute(SecurityPolicy policy, Routes routes, Events events, InstantSource clock) {
        return new MappedInterceptor(null, new SameRoute(routes, policy.mode(Control.RBAC_4), events, clock));
    }

    @Bean
    WebMvcConfigurer hauberkWebMvc() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
            }
        };
    }
}
