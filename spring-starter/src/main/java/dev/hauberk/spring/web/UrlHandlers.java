package dev.hauberk.spring.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.DefaultServletHttpRequestHandler;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Handlers that Spring maps to a path: views without a controller, web sockets, beans named by a path, and static files. */
final class UrlHandlers {
    private static final String EVERYTHING = "/**";

    private UrlHandlers() {}

    /** Lists them. Files need no rule; those that are mapped to everything are not listed, since they are looked for one by one. */
    static void list(ApplicationContext context, Listing listing) {
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap()
                        .forEach((pattern, handler) -> list(pattern, type(context, handler), listing)));
    }

    private static void list(String pattern, @Nullable Class<?> handler, Listing listing) {
        if (handler == null || !isFiles(handler)) {
            listing.handler(Set.of(), pattern);
        } else if (!pattern.equals(EVERYTHING)) {
            listing.fallback(Set.of("GET"), pattern);
        }
    }

    private static boolean isFiles(Class<?> handler) {
        return ResourceHttpRequestHandler.class.isAssignableFrom(handler)
                || DefaultServletHttpRequestHandler.class.isAssignableFrom(handler);
    }

    /** A handler that is made when it is first asked for is there by its bean's name. */
    private static @Nullable Class<?> type(ApplicationContext context, Object handler) {
        return handler instanceof String bean ? context.getType(bean) : handler.getClass();
    }
}
