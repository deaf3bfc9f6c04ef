package dev.hauberk.spring.web;

import dev.hauberk.rbac.route.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * What an application answers: its controllers' methods and actuator's endpoints, from Spring's own mappings, and the static
 * files that a rule names. Functional routes cannot be listed; they are denied like everything that no rule matches.
 */
final class Handlers {
    private static final List<String> STATIC =
            List.of("classpath:/META-INF/resources", "classpath:/resources", "classpath:/static", "classpath:/public");

    private final ApplicationContext context;
    private final ResourceLoader loader;
    private final String errorPath;

    Handlers(ApplicationContext context, String errorPath) {
        this.context = context;
        this.loader = context;
        this.errorPath = errorPath;
    }

    /** Every mapping, except the one to which the container dispatches errors. */
    List<Mapping> mappings() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(Handlers::of)
                .filter(mapping -> !mapping.pattern().equals(errorPath))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether a static file, or a folder of them, stands behind a rule's path. */
    boolean isStatic(String path) {
        String file = path.endsWith("/**") ? path.substring(0, path.length() - "**".length()) : path;
        String name = file.equals("/") ? "/index.html" : file;
        return STATIC.stream()
                .anyMatch(folder -> loader.getResource(folder + name).exists());
    }

    private static Stream<Mapping> of(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toSet());
        return info.getPatternValues().stream().map(pattern -> new Mapping(methods, pattern.isEmpty() ? "/" : pattern));
    }
}
