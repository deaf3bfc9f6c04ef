package dev.hauberk.redact;

import java.util.Optional;

/**
 * Where the value of a name stands, in the ways in which log lines join the two: {@code name=value}, {@code "name": "value"},
 * {@code name: value}.
 *
 * @param from where it starts, without its quote
 * @param to where it ends, without its quote
 * @param end where reading goes on
 */
record NamedValue(int from, int to, int end) {
    /** Where the value behind a name starts, its quote included; the name's end where no value follows. */
    static int start(String text, int nameEnd) {
        int at = skip(text, nameEnd, "\\\"'] \t");
        int sign = at;
        if (Ascii.isAt(text, at, "%3D") || Ascii.isAt(text, at, "%3A")) {
            at += 3;
        } else {
            at = skip(text, at, "=:>");
        }
        return at == sign ? nameEnd : skip(text, at, " \t");
    }

    private static int skip(String text, int at, String characters) {
        int end = at;
        while (end < text.length() && characters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    /** A value in quotes, which it keeps; empty where it has none. */
    static Optional<NamedValue> quoted(String text, int start) {
        int quote = skip(text, start, "\\");
        if (!isQuote(text, quote)) {
            return Optional.empty();
        }
        int backslashes = quote - start;
        int closing = closingQuote(text, quote, backslashes);
        return Optional.of(
                closing < text.length()
                        ? new NamedValue(quote + 1, closing - backslashes, closing + 1)
                        : new NamedValue(quote + 1, closing, closing));
    }

    /** A value without quotes. */
    static NamedValue bare(int start, int end) {
        return new NamedValue(start, end, end);
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    /** Behind the bracket that closes the one here, or the text's end where none does; here where none is. What stands in quotes closes nothing. */
    static int bracketEnd(String text, int start) {
        if (start >= text.length() || "[{".indexOf(text.charAt(start)) < 0) {
            return start;
        }
        int depth = 0;
        int at = start;
        while (at < text.length()) {
            int quote = skip(text, at, "\\");
            if (quote < text.length() && text.charAt(quote) == '"') {
                at = Math.min(closingQuote(text, quote, quote - at) + 1, text.length());
                continue;
            }
            char c = text.charAt(at);
            depth += "[{".indexOf(c) >= 0 ? 1 : "]}".indexOf(c) >= 0 ? -1 : 0;
            at = Math.max(quote, at + 1);
            if (depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    /** The quote that closes one, with as many backslashes before it; the text's end where none does. */
    private static int closingQuote(String text, int quote, int backslashes) {
        int run = 0;
        for (int at = quote + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                run++;
            } else {
                if (c == text.charAt(quote) && (run == backslashes || run % 2 == 0 && backslashes == 0)) {
                    return at;
                }
                run = 0;
            }
        }
        return text.length();
    }
}
