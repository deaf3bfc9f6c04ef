package dev.hauberk.spring.web;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.ClassUtils;

/**
 * Stops the start where a filter of the application would change what is decided already: who the client is and how it came (HTTP-7), or
 * the method (RBAC-4). What is registered with the container is looked at, however it came there.
 */
public final class FilterCheck implements SmartInitializingSingleton {
    private static final Map<String, Control> UNDOING = Map.of(
            "org.springframework.web.filter.ForwardedHeaderFilter", Control.HTTP_7,
            "org.apache.catalina.filters.RemoteIpFilter", Control.HTTP_7,
            "org.springframework.web.filter.HiddenHttpMethodFilter", Control.RBAC_4);

    private final ServletContext container;

    /** A check of this container's filters. */
    public FilterCheck(ServletContext container) {
        this.container = container;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<Problem> problems = container.getFilterRegistrations().values().stream()
                .flatMap(filter -> problems(filter.getName(), filter.getClassName()))
                .toList();
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    private static Stream<Problem> problems(String name, @Nullable String type) {
        return ancestors(type)
                .flatMap(ancestor -> Stream.ofNullable(UNDOING.get(ancestor)))
                .map(
                        control -> new Problem(
                                new Place("the application", 0),
                                "a filter",
                                Optional.of(control),
                                "none that changes a request after it is decided",
                                name + ", a " + type,
                                control == Control.HTTP_7
                                        ? "Remove it: Hauberk resolves forwarding headers itself, from the policy's proxies."
                                        : "Remove it: a method that changes after the decision is not the one that was decided."));
    }

    private static Stream<String> ancestors(@Nullable String type) {
        if (type == null) {
            return Stream.empty();
        }
        ClassLoader loader = ClassUtils.getDefaultClassLoader();
        if (!ClassUtils.isPresent(type, loader)) {
            return Stream.of(type);
        }
        return Stream.<Class<?>>iterate(
                        ClassUtils.resolveClassName(type, loader), ancestor -> ancestor != null, Class::getSuperclass)
                .map(Class::getName);
    }
}
