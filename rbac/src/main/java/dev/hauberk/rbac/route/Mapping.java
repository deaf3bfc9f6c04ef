package dev.hauberk.rbac.route;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an application answers by itself.
 *
 * @param methods the methods that it takes, in upper case; none where it is not known which
 * @param pattern its paths, in the words of Spring: <code>/api/prompts/{id}</code>, <code>/{id:[0-9]+}</code>, <code>/static/**</code>,
 *     <code>/files/{*rest}</code>
 */
public record Mapping(Set<String> methods, String pattern) {
    public Mapping {
        methods = Set.copyOf(methods);
    }

    @Override
    public String toString() {
        return methods.isEmpty() ? pattern : String.join("|", new TreeSet<>(methods)) + " " + pattern;
    }
}
