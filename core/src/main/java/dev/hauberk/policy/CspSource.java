package dev.hauberk.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One source of a directive, and what is wrong with it. */
final class CspSource {
    private static final Set<String> UNSAFE =
            Set.of("'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'wasm-unsafe-eval'");
    private static final Set<String> EVERYBODY =
            Set.of("*", "http:", "https:", "data:", "blob:", "ws:", "wss:", "filesystem:");

    /** Words that are keywords in quotes, and names of hosts without. */
    private static final Set<String> KEYWORDS = Set.of(
            "self",
            "none",
            "unsafe-inline",
            "unsafe-eval",
            "unsafe-hashes",
            "wasm-unsafe-eval",
            "strict-dynamic",
            "report-sample");

    /** Hosts where anybody's script lies, or script that runs what a page holds: whoever may be sent there may run script. */
    private static final List<String> STRANGERS = List.of(
            "cdn.jsdelivr.net",
            "unpkg.com",
            "cdnjs.cloudflare.com",
            "ajax.googleapis.com",
            "ajax.aspnetcdn.com",
            "code.angularjs.org",
            "esm.sh",
            "cdn.skypack.dev",
            "raw.githubusercontent.com",
            "gist.githubusercontent.com",
            "accounts.google.com",
            "www.google.com",
            "www.googletagmanager.com",
            "storage.googleapis.com",
            "s3.amazonaws.com");

    private final String text;

    CspSource(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** What no browser takes as it is meant; empty where it is a source. */
    Optional<String> mistake() {
        return KEYWORDS.contains(text) ? Optional.of("Write it in single quotes: '" + text + "'.") : Optional.empty();
    }

    /**
     * Why a source lets foreign script in.
     *
     * @param carriesScript whether its directive is about script
     * @return what to do; empty where it does not
     */
    Optional<String> weakness(boolean carriesScript) {
        if (UNSAFE.contains(text)) {
            return Optional.of("Serve script and style from files.");
        }
        if (text.matches("([a-z]+://)?\\*([:/].*)?") || carriesScript && isEverybody()) {
            return Optional.of("Name the origins.");
        }
        if (!carriesScript) {
            return Optional.empty();
        }
        if (text.startsWith("'nonce-")) {
            return Optional.of("Remove it: a nonce that stands in a file is the same for every response.");
        }
        if (text.startsWith("http://") || text.startsWith("ws://")) {
            return Optional.of("Write https:// instead: whoever sits between can change what comes without.");
        }
        return STRANGERS.stream().anyMatch(this::reaches)
                ? Optional.of("Serve what is needed of it from the own origin: strangers' script lies there too.")
                : Optional.empty();
    }

    /** Whether it is a scheme alone, and so every host. */
    boolean isEverybody() {
        return EVERYBODY.contains(text);
    }

    private boolean reaches(String host) {
        String named = text.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*$", "");
        return named.equals(host) || named.startsWith("*.") && host.endsWith(named.substring(1));
    }
}
