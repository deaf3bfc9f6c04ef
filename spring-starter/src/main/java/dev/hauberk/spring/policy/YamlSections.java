package dev.hauberk.spring.policy;

import dev.hauberk.policy.PolicySource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/**
 * The YAML files of an application in which Spring Boot found something of ours. The one that Boot ranks last is read with our
 * own loader, since Boot's turns {@code off} and {@code 1.10} into something else; the others lay single settings over it.
 */
final class YamlSections {
    private static final String PREFIX = "hauberk.";

    private final Set<Resource> files = new LinkedHashSet<>();

    YamlSections(ConfigurableEnvironment environment) {
        environment.getPropertySources().forEach(this::look);
    }

    private void look(PropertySource<?> source) {
        if (source instanceof EnumerablePropertySource<?> named && source instanceof OriginLookup<?>) {
            for (String name : named.getPropertyNames()) {
                if (name.startsWith(PREFIX)) {
                    origin(named, name).filter(YamlSections::isYaml).ifPresent(files::add);
                }
            }
        }
    }

    /** The section that everything else is laid over. */
    Optional<PolicySource> first() {
        return base().flatMap(
                        file -> PolicySource.section(PolicyFinder.text(file), String.valueOf(file.getFilename())));
    }

    /** Whether a property stands in the section that was read as a whole. */
    boolean isInFirst(PropertySource<?> source, String name) {
        return base().equals(origin(source, name));
    }

    private Optional<Resource> base() {
        return files.stream().reduce((higher, lower) -> lower);
    }

    private static Optional<Resource> origin(PropertySource<?> source, String name) {
        Origin origin = OriginLookup.getOrigin(source, name);
        return origin instanceof TextResourceOrigin text ? Optional.ofNullable(text.getResource()) : Optional.empty();
    }

    private static boolean isYaml(Resource resource) {
        String name = String.valueOf(resource.getFilename());
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }
}
