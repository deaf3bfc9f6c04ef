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
            int start = WORDS.stream().anyMatch(name::contains) ? NamedValue.start(text, nameEnd) : nameEnd;
            at = nameEnd;
            if (start > nameEnd) {
                NamedValue value = value(text, start, WHOLE_LINE.stream().anyMatch(name::contains));
                if (value.to() > value.from()) {
                    found.add(value.from(), value.to(), "secret");
                }
                at = value.end();
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

    private static NamedValue value(String text, int start, boolean wholeLine) {
        return NamedValue.quoted(text, start)
                .orElseGet(() -> NamedValue.bare(start, unquotedEnd(text, start, wholeLine)));
    }

    /** A list or an object goes with all that it holds. */
    private static int unquotedEnd(String text, int start, boolean wholeLine) {
        int end = NamedValue.bracketEnd(text, start);
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
}
