package dev.hauberk.spring;

import dev.hauberk.servlet.Hauberk.NamedStep;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/**
 * Registers every step, in the library's order, before the application's filters. A registration of filters and no plain initializer,
 * since Spring Boot runs all filters' registrations first, Spring Security's chain among them.
 */
final class StepsRegistration extends FilterRegistrationBean<Filter> {
    private final List<NamedStep> steps;

    StepsRegistration(List<NamedStep> steps) {
        super(last(steps).filter());
        this.steps = steps;
        setName(name(last(steps)));
        setOrder(Ordered.HIGHEST_PRECEDENCE);
        setDispatcherTypes(EnumSet.copyOf(last(steps).dispatches()));
        addUrlPatterns("/*");
    }

    /** Registers all but the last, which is this bean's own. */
    @Override
    protected FilterRegistration.Dynamic addRegistration(String description, ServletContext context) {
        for (NamedStep step : steps.subList(0, steps.size() - 1)) {
            FilterRegistration.Dynamic registration = context.addFilter(name(step), step.filter());
            registration.setAsyncSupported(true);
            registration.addMappingForUrlPatterns(EnumSet.copyOf(step.dispatches()), false, "/*");
        }
        return super.addRegistration(description, context);
    }

    private static NamedStep last(List<NamedStep> steps) {
        return steps.get(steps.size() - 1);
    }

    private static String name(NamedStep step) {
        return "hauberk-" + step.name();
    }
}
