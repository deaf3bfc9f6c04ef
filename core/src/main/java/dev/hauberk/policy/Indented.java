package dev.hauberk.policy;

import dev.hauberk.json.JsonWriter;
import java.util.Map;

/** Writes JSON on many lines, for files that people compare. */
final class Indented {
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private Indented() {}

    static String write(Map<String, Object> document) {
        Indented indented = new Indented();
        indented.copy(JsonWriter.write(document));
        return indented.out.append('\n').toString();
    }

    private void copy(String json) {
        boolean quoted = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted && c == '\\') {
                out.append(c).append(json.charAt(++i));
            } else if (quoted || c == '"') {
                quoted ^= c == '"';
                out.append(c);
            } else {
                structure(c, json.charAt(Math.max(0, i - 1)));
            }
        }
    }

    private void structure(char c, char before) {
        switch (c) {
            case '{', '[' -> {
                out.append(c);
                depth++;
                line();
            }
            case '}', ']' -> {
                depth--;
                if (before == '{' || before == '[') {
                    out.setLength(out.lastIndexOf("\n"));
                } else {
                    line();
                }
                out.append(c);
            }
            case ',' -> {
                out.append(c);
                line();
            }
            case ':' -> out.append(": ");
            default -> out.append(c);
        }
    }

    private void line() {
        out.append('\n').append("  ".repeat(depth));
    }
}
