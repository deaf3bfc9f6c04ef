package dev.hauberk.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as JSON (RFC 8259) on one line: no white space, the shortest escape, members in the order of their map.
 *
 * <p>Whatever a text holds, what is written is one line of printable characters that every strict parser reads: control
 * characters, line and paragraph separators, bidirectional controls and the delete character are escaped, and a surrogate without its other half
 * becomes U+FFFD. Equal values in equal order give equal text; a {@link java.util.SortedMap} makes the order a rule.
 *
 * <p>Values are texts, whole numbers, booleans, null, lists and maps with text as keys. There are no fractions, so that
 * there is nothing to round. Stateless and thread-safe.
 */
public final class JsonWriter {
    private static final char REPLACEMENT = '\ufffd';
    private static final int DEEPEST = 64;

    private JsonWriter() {}

    /**
     * Writes a value.
     *
     * @param value a text, {@link Integer}, {@link Long}, {@link Boolean}, null, {@link List}, or {@link Map} with text as keys
     * @return the JSON text, without a line break
     * @throws IllegalArgumentException where the value, or one within it, is of another type or is nested over 64 deep
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        value(value, out, 0);
        return out.toString();
    }

    private static void value(@Nullable Object value, StringBuilder out, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("nested more than " + DEEPEST + " deep");
        }
        if (value instanceof CharSequence text) {
            text(text, out);
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else if (value instanceof Map<?, ?> members) {
            object(members, out, depth);
        } else if (value instanceof List<?> elements) {
            array(elements, out, depth);
        } else {
            throw new IllegalArgumentException(
                    "not written as JSON: a " + value.getClass().getName());
        }
    }

    private static void object(Map<?, ?> members, StringBuilder out, int depth) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = members.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            if (!(entry.getKey() instanceof CharSequence name)) {
                throw new IllegalArgumentException("a member's name is text");
            }
            text(name, out);
            out.append(':');
            value(entry.getValue(), out, depth + 1);
            out.append(entries.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static void array(List<?> elements, StringBuilder out, int depth) {
        out.append('[');
        Iterator<?> each = elements.iterator();
        while (each.hasNext()) {
            value(each.next(), out, depth + 1);
            out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void text(CharSequence text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else {
                character(c, out);
            }
        }
        out.append('"');
    }

    private static void character(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Character.isSurrogate(c)) {
                    out.append(REPLACEMENT);
                } else if (isUnprintable(c)) {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(Character.forDigit(c >> shift & 0xf, 16));
                    }
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isUnprintable(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
