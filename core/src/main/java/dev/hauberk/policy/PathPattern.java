package dev.hauberk.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A path as a policy writes it: exact, with {@code {name}} for one segment that is not empty, or <code>/**</code> at its end
 * for the path itself and everything below. {@code /**} alone is every path.
 *
 * <p>Compared character by character with a path that the container has decoded and normalised: no case is folded, and a
 * slash at the end counts. Immutable and thread-safe.
 */
public final class PathPattern {
    private final String text;
    private final List<String> segments;
    private final boolean below;

    private PathPattern(String text, List<String> segments, boolean below) {
        this.text = text;
        this.segments = segments;
        this.below = below;
    }

    /**
     * Reads {@code /api/prompts/{id}} or <code>/api/**</code>.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static PathPattern parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path starts with /");
        }
        boolean below = text.endsWith("/**");
        String exact = below ? text.substring(0, text.length() - "/**".length()) : text;
        for (String segment : segments(exact)) {
            boolean variable = isVariable(segment);
            String plain = variable ? segment.substring(1, segment.length() - 1) : segment;
            if (plain.chars().anyMatch(c -> "*?{}%;\\#".indexOf(c) >= 0 || Character.isISOControl(c))
                    || variable && plain.isBlank()) {
                throw new IllegalArgumentException(
                        "a path is exact, with {name} for a whole segment, or /** at its end");
            }
            if (plain.equals(".") || plain.equals("..")) {
                throw new IllegalArgumentException("a path has no . or .. segments");
            }
        }
        return new PathPattern(text, segments(exact), below);
    }

    /** Whether a path, decoded and normalised, is this one or, for <code>/**</code>, below it. */
    public boolean matches(String path) {
        List<String> found = segments(path);
        if (below ? found.size() < segments.size() : found.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String value = found.get(i);
            if (isVariable(segment) ? value.isEmpty() : !segment.equals(value)) {
                return false;
            }
        }
        return true;
    }

    /** What a path that matches has for each {@code {name}}; nothing for one that does not match. */
    public Map<String, String> variables(String path) {
        if (!matches(path)) {
            return Map.of();
        }
        List<String> found = segments(path);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (isVariable(segment)) {
                variables.put(segment.substring(1, segment.length() - 1), found.get(i));
            }
        }
        return variables;
    }

    /** Whether whatever the other one matches, this one matches too. */
    boolean covers(PathPattern other) {
        if (below ? other.segments.size() < segments.size() : other.below || other.segments.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String theirs = other.segments.get(i);
            boolean covered = isVariable(segments.get(i))
                    ? !theirs.isEmpty()
                    : segments.get(i).equals(theirs);
            if (!covered) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a path that both match. */
    boolean overlaps(PathPattern other) {
        int own = segments.size();
        int others = other.segments.size();
        if (own > others && !other.below || own < others && !below) {
            return false;
        }
        for (int i = 0; i < Math.min(own, others); i++) {
            String mine = segments.get(i);
            String theirs = other.segments.get(i);
            boolean meet = mine.equals(theirs)
                    || isVariable(mine) && !theirs.isEmpty()
                    || isVariable(theirs) && !mine.isEmpty();
            if (!meet) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    @Override
    public String toString() {
        return text;
    }
}
