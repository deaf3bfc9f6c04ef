package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks one Content-Security-Policy (CSP Level 3): what no browser would understand is wrong, what lets foreign script in is a
 * weakness of HTTP-2. Of the hosts that serve script of strangers it knows the common ones alone.
 */
final class CspCheck {
    private static final Set<String> DIRECTIVES = Set.of(
            "base-uri",
            "child-src",
            "connect-src",
            "default-src",
            "font-src",
            "form-action",
            "frame-ancestors",
            "frame-src",
            "img-src",
            "manifest-src",
            "media-src",
            "object-src",
            "report-to",
            "report-uri",
            "require-trusted-types-for",
            "sandbox",
            "script-src",
            "script-src-attr",
            "script-src-elem",
            "style-src",
            "style-src-attr",
            "style-src-elem",
            "trusted-types",
            "upgrade-insecure-requests",
            "worker-src");
    private static final Set<String> CARRY_SCRIPT = Set.of(
            "default-src", "script-src", "script-src-elem", "script-src-attr", "object-src", "base-uri", "worker-src");
    /** Who may show a page within their own, whatever X-Frame-Options says, and where its forms may go. */
    private static final Set<String> LETS_IN = Set.of("frame-ancestors", "form-action");

    private static final List<String> NONE = List.of("'none'");

    private final Map<String, List<String>> directives = new LinkedHashMap<>();
    private final String text;
    private final List<String> path;
    private final Findings findings;

    CspCheck(String text, List<String> path, Findings findings) {
        this.text = text;
        this.path = path;
        this.findings = findings;
    }

    void check() {
        for (String directive : text.split(";", -1)) {
            if (!directive.isBlank()) {
                read(List.of(directive.strip().split("\\s+")));
            }
        }
        directives.forEach(this::checkSources);
        checkMissing();
    }

    private void read(List<String> words) {
        String name = words.get(0).toLowerCase(Locale.ROOT);
        List<String> sources = words.subList(1, words.size());
        if (!DIRECTIVES.contains(name)) {
            wrong(
                    "a directive that browsers know",
                    words.get(0),
                    Nearest.remedy(name, DIRECTIVES.stream().sorted().toList()));
        } else if (directives.putIfAbsent(name, sources) != null) {
            wrong("each directive once: browsers pass over the second", name, "Join the two.");
        }
        if (sources.stream().anyMatch(source -> source.indexOf(',') >= 0)) {
            wrong(
                    "sources with spaces between",
                    name + " with a comma, which starts another policy",
                    "Remove the comma.");
        }
    }

    private void checkSources(String name, List<String> sources) {
        for (String source : sources) {
            CspSource known = new CspSource(source);
            known.mistake()
                    .ifPresent(remedy -> wrong("a source", name + " " + source + ", a host of that name", remedy));
            known.weakness(CARRY_SCRIPT.contains(name))
                    .or(() -> LETS_IN.contains(name) && known.isEverybody()
                            ? Optional.of("Name the origins.")
                            : Optional.empty())
                    .ifPresent(remedy -> weak("known origins alone", name + " " + source, remedy));
        }
        if (sources.size() > 1 && sources.contains("'none'")) {
            wrong("'none' alone", name + " with 'none' and others", "Remove 'none', which browsers pass over here.");
        }
    }

    private void checkMissing() {
        boolean byDefault = directives.containsKey("default-src");
        if (!byDefault && !directives.containsKey("script-src")) {
            weak("default-src", "none, so that script may come from everywhere", "Write default-src 'self'.");
        }
        if (!byDefault && !directives.containsKey("object-src")) {
            weak("object-src", "none, so that plug-ins may run script", "Write object-src 'none'.");
        }
        if (!directives.containsKey("base-uri") && runsScript()) {
            weak("base-uri", "none, so that a <base> may lead script elsewhere", "Write base-uri 'none'.");
        }
    }

    private boolean runsScript() {
        List<String> byDefault = directives.getOrDefault("default-src", List.of("*"));
        return Arrays.asList("script-src", "script-src-elem").stream()
                .anyMatch(name -> !directives.getOrDefault(name, byDefault).equals(NONE));
    }

    private void wrong(String asked, String set, String remedy) {
        findings.wrong(Control.HTTP_2, asked, set, remedy, path);
    }

    private void weak(String asked, String set, String remedy) {
        findings.weak(Set.of(Control.HTTP_2), asked, set, remedy, path);
    }
}
