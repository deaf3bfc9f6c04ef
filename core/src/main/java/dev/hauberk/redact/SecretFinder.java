package dev.hauberk.redact;

import java.util.List;
import java.util.Locale;

/**
 * Finds the values of names that speak of secrets: {@code password=…}, {@code "accessToken": "…"}, {@code api-key: …},
 * {@code Authorization: Basic …}. The name stays, its value is masked.
 */
final class SecretFinder implements Finder {
    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "privatekey",
            "authorization",
            "credential",
            "cookie",
            "jsessionid");
    private static final List<String> WHOLE_LINE = List.of("authorization", "cookie");
    private static final String ENDS_VALUE = " \t\r\n&,;)}]\"'<";
    private static final int LONGEST_NAME = 64;

    /** Where a value stands, without its quotes, and where reading goes on. */
    private record Value(int from, int to, int end) {}

    @Override
    public void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            if (!isName(text.charAt(at))) {
                at++;
                continue;
            }
            int nameEnd = nameEnd(text, at);
            String name = fold(text.substring(Math.max(at, nameEnd - LONGEST_NAME), nameEnd));
            int start = WORDS.stream().anyMatch(name::contains) ? valueStart(text, nameEnd) : nameEnd;
            at = nameEnd;
            if (start > nameEnd) {
                Value value = value(text, start, WHOLE_LINE.stream().anyMatch(name::contains));
                if (value.to > value.from) {
                    found.add(value.from, value.to, "secret");
                }
                at = value.end;
            }
        }
    }

    private static boolean isName(char c) {
        return Ascii.isWord(c) || c == '-' || c == '.';
    }

    private static int nameEnd(String text, int at) {
        int end = at;
        while (end < text.length() && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Where the value behind a name starts, its quote not included; the name's end where no value follows. */
    private static int valueStart(String text, int nameEnd) {
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

    /** One in quotes keeps them, and a list or an object goes with all that it holds. */
    private static Value value(String text, int start, boolean wholeLine) {
        int quote = skip(text, start, "\\");
        if (isQuote(text, quote)) {
            int backslashes = quote - start;
            int closing = closingQuote(text, quote, backslashes);
            return closing < text.length()
                    ? new Value(quote + 1, closing - backslashes, closing + 1)
                    : new Value(quote + 1, closing, closing);
        }
        int end = unquotedEnd(text, start, wholeLine);
        return new Value(start, end, end);
    }

    private static int unquotedEnd(String text, int start, boolean wholeLine) {
        int end = start < text.length() && "[{".indexOf(text.charAt(start)) >= 0 ? bracketEnd(text, start) : start;
        boolean goesOn = wholeLine && end < text.length() && text.charAt(end) == ';';
        if (end > start && !goesOn) {
            return end;
        }
        String ends = wholeLine ? "\r\n\"'" : ENDS_VALUE;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    /** Behind the bracket that closes this one, or the text's end where none does. What stands in quotes closes nothing. */
    private static int bracketEnd(String text, int start) {
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
