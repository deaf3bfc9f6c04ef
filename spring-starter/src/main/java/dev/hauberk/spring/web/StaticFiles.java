package dev.hauberk.spring.web;

import dev.hauberk.policy.RoutePolicy;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ResourceLoader;

/** Static files for which the policy has rules. */
final class StaticFiles {
    private static final List<String> FOLDERS =
            List.of("classpath:/META-INF/resources", "classpath:/resources", "classpath:/static", "classpath:/public");

    private StaticFiles() {}

    /** Lists the path of each rule behind which a file, or a folder of files, stands. */
    static void list(ResourceLoader loader, List<RoutePolicy> rules, String prefix, Listing listing) {
        rules.stream()
                .map(RoutePolicy::path)
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .filter(path -> isThere(loader, path))
                .forEach(path -> listing.fallback(Set.of("GET"), path));
    }

    private static boolean isThere(ResourceLoader loader, String path) {
        String file = path.endsWith("/**") ? path.substring(0, path.length() - "**".length()) : path;
        String name = file.equals("/") ? "/index.html" : file;
        return FOLDERS.stream()
                .anyMatch(folder -> loader.getResource(folder + name).exists());
    }
}
