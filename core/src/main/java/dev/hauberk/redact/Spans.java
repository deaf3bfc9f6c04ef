package dev.hauberk.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Parts of a text that are to be masked. */
final class Spans {
    private final List<Span> spans = new ArrayList<>();

    /** One part: from a position up to another, which is not part of it. */
    private record Span(int from, int to, String mask) {}

    void add(int from, int to, String mask) {
        spans.add(new Span(from, to, mask));
    }

    /** The text with each part replaced by its mask; parts that overlap become one, with the mask of the first. */
    String mask(String text) {
        if (spans.isEmpty()) {
            return text;
        }
        spans.sort(Comparator.comparingInt(Span::from));
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (Span span : spans) {
            if (span.from >= done) {
                String quote = isBareInJson(text, span.from) ? "\"" : "";
                out.append(text, done, span.from)
                        .append(quote)
                        .append('[')
                        .append(span.mask)
                        .append(']')
                        .append(quote);
            }
            done = Math.max(done, span.to);
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Whether a number, a list or an object of a JSON line starts here: the line stays JSON only where its mask is a string. */
    private static boolean isBareInJson(String text, int from) {
        int colon = back(text, from);
        if (colon < 0 || text.charAt(colon) != ':') {
            return false;
        }
        int quote = back(text, colon);
        return quote >= 0 && text.charAt(quote) == '"' && (quote == 0 || text.charAt(quote - 1) != '\\');
    }

    /** The place before this one on which there is no space; -1 where there is none. */
    private static int back(String text, int from) {
        int at = from - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at;
    }
}
