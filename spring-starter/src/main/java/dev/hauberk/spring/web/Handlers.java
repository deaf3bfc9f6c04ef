package dev.hauberk.spring.web;

import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.servlet.Hauberk;
import dev.hauberk.servlet.ServletMappings;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * What one container of an application answers.
 *
 * @param handlers what must have a rule
 * @param fallbacks what a rule may be for, and needs none
 */
record Handlers(List<Mapping> handlers, List<Mapping> fallbacks) {
    /** Under which names Spring Boot registers its dispatcher: with an application's container, and with a management port's. */
    private static final List<String> DISPATCHERS = List.of("dispatcherServlet", "dispatcherServletRegistration");

    /** Of a container's Spring MVC, and of its other servlets. */
    static Handlers of(ApplicationContext context, Hauberk hauberk, String errorPath) {
        ServletContext container = context instanceof WebApplicationContext web ? web.getServletContext() : null;
        String prefix = container == null ? "" : prefix(container);
        Listing listing = new Listing(hauberk, prefix);
        Controllers.list(context, errorPath, listing);
        FunctionalRoutes.list(context, listing);
        UrlHandlers.list(context, listing);
        StaticFiles.list(context, hauberk.policy().routes(), prefix, listing);
        Handlers listed = new Handlers(listing.handlers(), listing.fallbacks());
        return container == null ? listed : listed.and(hauberk.servlets(container, listedOtherwise()));
    }

    /** Both. */
    Handlers and(Handlers other) {
        return new Handlers(join(handlers, other.handlers), join(fallbacks, other.fallbacks));
    }

    private Handlers and(ServletMappings servlets) {
        return new Handlers(join(handlers, servlets.handlers()), join(fallbacks, servlets.fallbacks()));
    }

    /** Where the dispatcher stands: the policy's paths begin at the root of the container, and Spring's below its dispatcher. */
    private static String prefix(ServletContext container) {
        return DISPATCHERS.stream()
                .flatMap(name -> Stream.ofNullable(container.getServletRegistration(name)))
                .flatMap(dispatcher -> dispatcher.getMappings().stream())
                .filter(pattern -> pattern.endsWith("/*"))
                .map(pattern -> pattern.substring(0, pattern.length() - "/*".length()))
                .findFirst()
                .orElse("");
    }

    /** The servlets whose handlers are listed one by one, and the one that answers errors. */
    private static Set<String> listedOtherwise() {
        return Stream.concat(DISPATCHERS.stream(), Stream.of(ProblemServlet.NAME))
                .collect(Collectors.toSet());
    }

    private static List<Mapping> join(List<Mapping> one, List<Mapping> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
