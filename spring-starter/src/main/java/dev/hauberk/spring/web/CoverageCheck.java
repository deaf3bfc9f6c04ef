package dev.hauberk.spring.web;

import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.servlet.Hauberk;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/** Stops the start where a handler has no rule, or a rule no handler, and names them all (RBAC-4). */
public final class CoverageCheck implements SmartInitializingSingleton {
    private final Hauberk hauberk;
    private final List<ApplicationContext> containers;
    private final String errorPath;
    private final List<Mapping> elsewhere;

    /**
     * A check of an application.
     *
     * @param containers the context of each container that is guarded and can be looked into by now
     * @param errorPath to which the container dispatches errors
     * @param elsewhere what a container answers that starts later, and is checked then
     */
    public CoverageCheck(
            Hauberk hauberk, List<ApplicationContext> containers, String errorPath, List<Mapping> elsewhere) {
        this.hauberk = hauberk;
        this.containers = List.copyOf(containers);
        this.errorPath = errorPath;
        this.elsewhere = List.copyOf(elsewhere);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Handlers all = containers.stream()
                .map(container -> Handlers.of(container, hauberk, errorPath))
                .reduce(new Handlers(List.of(), elsewhere), Handlers::and);
        hauberk.cover(all.handlers(), all.fallbacks());
    }
}
