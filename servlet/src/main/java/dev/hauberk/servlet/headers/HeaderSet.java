package dev.hauberk.servlet.headers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The headers of one response.
 *
 * @param values the headers with their values, in the order in which they are written
 * @param owned the names that are the policy's and not the application's, compared without case
 */
public record HeaderSet(Map<String, String> values, Set<String> owned) {
    public HeaderSet {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(owned);
        owned = Collections.unmodifiableSet(names);
    }

    /** Sets each header, for example by {@code response::setHeader}; one that is there already is replaced. */
    public void writeTo(BiConsumer<String, String> set) {
        values.forEach(set);
    }

    /** Whether a header is the policy's. */
    boolean owns(String name) {
        return owned.contains(name.strip());
    }
}
