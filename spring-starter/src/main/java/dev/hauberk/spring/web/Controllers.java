package dev.hauberk.spring.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The methods of an application's controllers, and actuator's endpoints, which Spring maps alike. */
final class Controllers {
    private Controllers() {}

    /** Lists every one, except that to which the container dispatches errors. */
    static void list(ApplicationContext context, String errorPath, Listing listing) {
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(info -> list(info, errorPath, listing)));
    }

    private static void list(RequestMappingInfo info, String errorPath, Listing listing) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .collect(Collectors.toSet());
        info.getPatternValues().stream()
                .filter(pattern -> !pattern.equals(errorPath))
                .forEach(pattern -> listing.handler(methods, pattern));
    }
}
