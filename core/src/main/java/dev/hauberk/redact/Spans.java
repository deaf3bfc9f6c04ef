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
                out.append(text, done, span.from).append('[').append(span.mask).append(']');
            }
            done = Math.max(done, span.to);
        }
        return out.append(text, done, text.length()).toString();
    }
}
