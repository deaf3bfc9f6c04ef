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
            int end =
                    start > nameEnd ? valueEnd(text, start, WHOLE_LINE.stream().anyMatch(name::contains)) : start;
            if (end > start) {
                found.add(start, end, "secret");
            }
            at = Math.max(end, nameEnd);
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

    private static int valueEnd(String text, int start, boolean wholeLine) {
        int quote = skip(text, start, "\\");
        if (quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')) {
            return quotedEnd(text, quote, quote - start);
        }
        String ends = wholeLine ? "\r\n\"'" : ENDS_VALUE;
        int end = start;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Behind the quote that closes a value; its end where none does. The closing quote has as many backslashes as the opening. */
    private static int quotedEnd(String text, int quote, int backslashes) {
        int run = 0;
        for (int at = quote + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                run++;
            } else {
                if (c == text.charAt(quote) && (run == backslashes || run % 2 == 0 && backslashes == 0)) {
                    return at + 1;
                }
                run = 0;
            }
        }
        return text.length();
    }
}
