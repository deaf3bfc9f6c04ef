package dev.hauberk.spring.web;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.servlet.Hauberk;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/** Stops the start where a handler has no rule, or a rule no handler, and names them all (RBAC-4). */
public final class CoverageCheck implements SmartInitializingSingleton {
    private final Hauberk hauberk;
    private final Handlers handlers;

    /**
     * A check of an application.
     *
     * @param errorPath to which the container dispatches errors
     */
    public CoverageCheck(Hauberk hauberk, ApplicationContext context, String errorPath) {
        this.hauberk = hauberk;
        this.handlers = new Handlers(context, errorPath);
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Mapping> files = hauberk.policy().routes().stream()
                .map(RoutePolicy::path)
                .filter(handlers::isStatic)
                .map(path -> new Mapping(Set.of("GET"), path))
                .toList();
        hauberk.cover(handlers.mappings(), files);
    }
}
