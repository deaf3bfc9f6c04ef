package dev.hauberk.servlet.strip;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which types of content are JSON, and which may leave without being looked into. */
final class MediaTypes {
    private static final Set<String> JSON = Set.of(
            "application/json",
            "text/json",
            "application/x-json",
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl");

    private final Set<String> pass;

    MediaTypes(Collection<String> pass) {
        this.pass = pass.stream().map(MediaTypes::bare).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is JSON. No type at all is taken for JSON: what is none then fails. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String type = bare(contentType);
        return JSON.contains(type) || type.endsWith("+json");
    }

    /** Whether the policy lets it leave as it is. JSON never passes by this. */
    boolean mayPass(@Nullable String contentType) {
        if (contentType == null || isJson(contentType)) {
            return false;
        }
        String type = bare(contentType);
        int slash = type.indexOf('/');
        return pass.contains(type)
                || slash > 0 && pass.contains(type.substring(0, slash) + "/*")
                || pass.contains("*/*");
    }

    private static String bare(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
