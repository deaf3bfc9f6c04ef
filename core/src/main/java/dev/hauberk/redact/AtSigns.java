package dev.hauberk.redact;

/**
 * The ways in which an at sign is written: {@code @}, its fullwidth and small forms; percent-encoded, once or more; escaped as in Java,
 * JSON, JavaScript and C; as an entity of HTML.
 */
final class AtSigns {
    private static final String[] ESCAPED = {
        "\\u0040", "\\uff20", "\\ufe6b", "\\x40", "\\u{40}", "\\u{ff20}", "\\100", "&commat;"
    };
    /** UTF-8 of each form. */
    private static final String[][] ENCODED = {{"40"}, {"EF", "BC", "A0"}, {"EF", "B9", "AB"}};

    private static final int LONGEST_ENTITY = 12;

    private AtSigns() {}

    /** Where the sign that starts here ends; the same place where none does. */
    static int end(String text, int at) {
        return switch (text.charAt(at)) {
            case '@', '\uff20', '\ufe6b' -> at + 1;
            case '%' -> encodedEnd(text, at);
            case '\\' -> escapedEnd(text, at);
            case '&' -> Math.max(escapedEnd(text, at), entityEnd(text, at));
            default -> at;
        };
    }

    private static int encodedEnd(String text, int at) {
        for (String[] form : ENCODED) {
            int end = at;
            for (String octet : form) {
                end = end < 0 ? end : octetEnd(text, end, octet);
            }
            if (end > at) {
                return end;
            }
        }
        return at;
    }

    /** Behind one encoded octet, whose percent sign may be encoded itself; -1 where it is another or none. */
    private static int octetEnd(String text, int at, String octet) {
        if (at >= text.length() || text.charAt(at) != '%') {
            return -1;
        }
        int code = at + 1;
        while (text.startsWith("25", code)) {
            code += 2;
        }
        return Ascii.isAt(text, code, octet) ? code + 2 : -1;
    }

    private static int escapedEnd(String text, int at) {
        for (String sign : ESCAPED) {
            if (Ascii.isAt(text, at, sign)) {
                return at + sign.length();
            }
        }
        return at;
    }

    /** {@code &#64;}, {@code &#x40;} and the like, with zeros before and without the semicolon too. */
    private static int entityEnd(String text, int at) {
        if (!text.startsWith("&#", at)) {
            return at;
        }
        boolean hex = Ascii.isAt(text, at + 2, "x");
        int end = at + (hex ? 3 : 2);
        int code = 0;
        while (end < text.length()
                && end < at + LONGEST_ENTITY
                && Ascii.isHex(text.charAt(end))
                && (hex || Ascii.isDigit(text.charAt(end)))) {
            code = code * (hex ? 16 : 10) + Character.digit(text.charAt(end), 16);
            end++;
        }
        if (code != '@' && code != 0xff20 && code != 0xfe6b) {
            return at;
        }
        return end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
    }
}
