package dev.hauberk.testkit.attack.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A Content-Security-Policy, taken apart.
 *
 * @param directives name to sources; of a directive that is there twice the first holds
 */
record ContentPolicy(Map<String, List<String>> directives) {
    private static final List<String> ANYTHING =
            List.of("*", "http:", "https:", "data:", "blob:", "filesystem:", "ws:", "wss:", "http://*", "https://*");

    static ContentPolicy parse(String value) {
        Map<String, List<String>> directives = new LinkedHashMap<>();
        for (String directive : value.split(";")) {
            List<String> words = Arrays.asList(directive.strip().split("\\s+"));
            if (!words.get(0).isEmpty()) {
                directives.putIfAbsent(words.get(0).toLowerCase(Locale.ROOT), words.subList(1, words.size()));
            }
        }
        return new ContentPolicy(directives);
    }

    /** What would let injected content do something, in words. */
    List<String> weaknesses() {
        List<String> found = new ArrayList<>();
        List<String> scripts = sources("script-src");
        if (scripts.isEmpty() && !directives.containsKey("script-src") && !directives.containsKey("default-src")) {
            found.add("script from anywhere");
        }
        for (String source : scripts) {
            boolean nonce = scripts.stream().anyMatch(other -> other.startsWith("'nonce-") || other.startsWith("'sha"));
            if (ANYTHING.contains(source)
                    || source.equals("'unsafe-eval'")
                    || source.equals("'unsafe-inline'") && !nonce
                    || source.contains("*")) {
                found.add("script-src " + source);
            }
        }
        if (!sources("object-src").equals(List.of("'none'"))) {
            found.add("object-src other than 'none'");
        }
        boolean nothing =
                List.of("'none'").equals(directives.get("default-src")) && !directives.containsKey("script-src");
        List<String> base = directives.getOrDefault("base-uri", List.of("*"));
        if (!nothing && !base.equals(List.of("'none'")) && !base.equals(List.of("'self'"))) {
            found.add("base-uri of others");
        }
        List<String> ancestors = directives.getOrDefault("frame-ancestors", List.of("*"));
        if (!ancestors.equals(List.of("'none'")) && !ancestors.equals(List.of("'self'"))) {
            found.add("frame-ancestors of others");
        }
        return found;
    }

    private List<String> sources(String directive) {
        return directives.getOrDefault(directive, directives.getOrDefault("default-src", List.of()));
    }
}
