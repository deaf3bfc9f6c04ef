package dev.hauberk.spring.policy;

import dev.hauberk.policy.PolicySource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Single settings from property sources other than the section itself, the highest ranked first. A name below
 * {@code hauberk.} that is no single setting is a problem, except in the environment of the process, where our prefix is also used
 * for what is no policy.
 */
final class Overrides {
    private static final String PREFIX = "hauberk.";

    private final ConfigurableEnvironment environment;
    private final YamlSections sections;

    Overrides(ConfigurableEnvironment environment, YamlSections sections) {
        this.environment = environment;
        this.sections = sections;
    }

    PolicySource lay(PolicySource written) {
        PolicySource laid = written;
        Set<String> taken = new HashSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            laid = source instanceof SystemEnvironmentPropertySource
                    ? fromEnvironment(laid, source, taken)
                    : fromNames(laid, source, taken);
        }
        return laid;
    }

    private PolicySource fromEnvironment(PolicySource written, PropertySource<?> source, Set<String> taken) {
        PolicySource laid = written;
        for (String path : PolicySource.scalars()) {
            String variable =
                    (PREFIX + path).toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
            Object value = source.getProperty(variable);
            if (value != null && taken.add(path)) {
                laid = laid.with(path, value.toString(), variable);
            }
        }
        return laid;
    }

    private PolicySource fromNames(PolicySource written, PropertySource<?> source, Set<String> taken) {
        PolicySource laid = written;
        if (source instanceof EnumerablePropertySource<?> named) {
            for (String name : named.getPropertyNames()) {
                Object value =
                        name.startsWith(PREFIX) && !sections.isInFirst(source, name) ? source.getProperty(name) : null;
                String path = name.substring(Math.min(PREFIX.length(), name.length()));
                if (value != null && taken.add(path)) {
                    laid = laid.with(path, value.toString(), source.getName());
                }
            }
        }
        return laid;
    }
}
