package dev.hauberk.redact;

/** Characters and escapes as log lines write them. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isWord(char c) {
        return isDigit(c) || isLetter(c) || c == '_';
    }

    /** A character of base64 or base64url, without the padding. */
    static boolean isBase64(char c) {
        return isDigit(c) || isLetter(c) || c == '-' || c == '_' || c == '+' || c == '/';
    }

    static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    /** Whether a word stands at a place, in any case of its letters. */
    static boolean isAt(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Whether no letter, digit or underscore stands before a place. */
    static boolean startsWord(String text, int at) {
        return at == 0 || !isWord(text.charAt(at - 1));
    }

    /** Whether no letter, digit or underscore stands at a place. */
    static boolean endsWord(String text, int at) {
        return at >= text.length() || !isWord(text.charAt(at));
    }
}
