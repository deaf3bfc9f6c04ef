package dev.hauberk.rbac.route;

import dev.hauberk.policy.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A set of paths: some segments, each a fixed text or any, and with a tail everything below as well. Paths are canonical,
 * and compared exactly. What a rule matches is what core's {@link PathPattern} says; this one can also be held against another set.
 */
record PathSet(List<Segment> segments, boolean tail) {
    private static final Pattern SPECIAL = Pattern.compile("[*{}?]");

    /**
     * What is between two slashes.
     *
     * @param any whether it is any text but the empty one
     * @param text what it is, where it is fixed
     */
    record Segment(boolean any, String text) {
        static final Segment ANY = new Segment(true, "");

        static Segment fixed(String text) {
            return new Segment(false, text);
        }

        boolean matches(String path, int start, int end) {
            return any ? end > start : end - start == text.length() && path.startsWith(text, start);
        }

        /** Whether it matches all that the other one matches. */
        boolean covers(Segment other) {
            return equals(other) || (any && !other.text.isEmpty());
        }

        /** Whether something matches both. */
        boolean overlaps(Segment other) {
            return covers(other) || other.covers(this);
        }
    }

    PathSet {
        segments = List.copyOf(segments);
    }

    /**
     * Reads what a rule of the policy says.
     *
     * @throws IllegalArgumentException saying how a path is written
     */
    static PathSet ofRule(String path) {
        PathPattern.parse(path);
        boolean tail = path.endsWith("/**");
        List<Segment> segments = new ArrayList<>();
        for (String text : split(tail ? path.substring(0, path.length() - "/**".length()) : path)) {
            segments.add(text.startsWith("{") ? Segment.ANY : Segment.fixed(text));
        }
        return new PathSet(segments, tail);
    }

    /**
     * Reads what an application maps, in the words of Spring. A segment with anything special in it counts as any segment,
     * and whatever is behind a {@code **} or a <code>{*name}</code> as everything below: rather too much than too little.
     */
    static PathSet ofMapping(String pattern) {
        List<Segment> segments = new ArrayList<>();
        for (String text : split(pattern.startsWith("/") ? pattern : "/" + pattern)) {
            if (text.contains("**") || text.startsWith("{*")) {
                return new PathSet(segments, true);
            }
            segments.add(SPECIAL.matcher(text).find() ? Segment.ANY : Segment.fixed(text));
        }
        return new PathSet(segments, false);
    }

    boolean matches(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        int at = 0;
        for (Segment segment : segments) {
            if (at == path.length()) {
                return false;
            }
            int slash = path.indexOf('/', at + 1);
            int end = slash < 0 ? path.length() : slash;
            if (!segment.matches(path, at + 1, end)) {
                return false;
            }
            at = end;
        }
        return tail || at == path.length();
    }

    /** Whether every path of the other one is a path of this one. */
    boolean covers(PathSet other) {
        int own = segments.size();
        int others = other.segments.size();
        if (tail ? own > others : own != others || other.tail) {
            return false;
        }
        for (int i = 0; i < own; i++) {
            if (!segments.get(i).covers(other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a path that is one of both. */
    boolean overlaps(PathSet other) {
        int own = segments.size();
        int others = other.segments.size();
        if ((own > others && !other.tail) || (own < others && !tail)) {
            return false;
        }
        for (int i = 0; i < Math.min(own, others); i++) {
            if (!segments.get(i).overlaps(other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The texts behind each slash; a slash in braces is part of a regular expression. */
    private static List<String> split(String path) {
        List<String> texts = new ArrayList<>();
        int depth = 0;
        int start = 1;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '/' && depth == 0) {
                texts.add(path.substring(start, i));
                start = i + 1;
            }
        }
        if (!path.isEmpty()) {
            texts.add(path.substring(start));
        }
        return texts;
    }
}
