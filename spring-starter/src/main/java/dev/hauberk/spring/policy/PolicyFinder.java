package dev.hauberk.spring.policy;

import dev.hauberk.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds an application's policy: {@code hauberk.yml} in the working folder, its {@code config} folder or on the class path, or
 * else the {@code hauberk} section of the application's own YAML; and lays over it what other property sources say of single
 * settings, such as {@code -Dhauberk.sessions.per-user=3}.
 */
public final class PolicyFinder {
    private static final List<String> PLACES =
            List.of("file:./config/hauberk.yml", "file:./hauberk.yml", "classpath:hauberk.yml");

    private final ConfigurableEnvironment environment;
    private final ResourceLoader loader;

    /** Looks in an environment and, for files, through a loader. */
    public PolicyFinder(ConfigurableEnvironment environment, ResourceLoader loader) {
        this.environment = environment;
        this.loader = loader;
    }

    /** The policy as it is written. Where nothing is, it is empty, and holds to the defaults: nothing may be called. */
    public PolicySource find() {
        YamlSections sections = new YamlSections(environment);
        PolicySource written = file().or(sections::first).orElseGet(() -> PolicySource.of(Map.of()));
        return new Overrides(environment, sections).lay(written);
    }

    private Optional<PolicySource> file() {
        return PLACES.stream()
                .map(loader::getResource)
                .filter(Resource::exists)
                .findFirst()
                .map(PolicyFinder::read);
    }

    static PolicySource read(Resource resource) {
        if (resource.isFile()) {
            try {
                return PolicySource.file(Path.of(resource.getURI()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return PolicySource.yaml(text(resource), "hauberk.yml");
    }

    static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
