package dev.hauberk.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Folds the spellings of a sign-in name into one. */
final class NameFolding {
    /** What cannot be seen: controls, formats, and Unicode's other default-ignorable code points. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5"
                    + "\\u180b-\\u180f\\u3164\\ufe00-\\ufe0f\\uffa0\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]");

    /** Half of a surrogate pair is no character; drivers and encoders each make something else of it. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final int DOTTED_CAPITAL_I = 0x130;
    private static final int DOTLESS_SMALL_I = 0x131;

    /** RFC 1035, section 2.3.4. What is longer is no domain, and Punycode's time grows with the square of the length. */
    private static final int LONGEST_DOMAIN = 253;

    /** One round is enough but for odd sequences; the property test says that this many always are. */
    private static final int ROUNDS = 8;

    private NameFolding() {}

    static String fold(String typed) {
        String before = typed;
        for (int round = 0; round < ROUNDS; round++) {
            String after = once(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        return before;
    }

    private static String once(String text) {
        String whole = LONE_SURROGATE.matcher(text).replaceAll("\ufffd");
        String visible = INVISIBLE.matcher(normal(whole)).replaceAll("");
        String folded = normal(lower(visible)).strip();
        int at = folded.lastIndexOf('@');
        return at < 0 ? folded : folded.substring(0, at + 1) + ascii(folded.substring(at + 1));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String lower(String text) {
        return text.codePoints()
                .map(NameFolding::lower)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * By way of upper case, so that both small sigmas are one; by code point, so that neither the locale nor the neighbours
     * matter. The two letters that only Turkish has stay themselves: each would become a plain i, and another address.
     */
    private static int lower(int point) {
        return point == DOTTED_CAPITAL_I || point == DOTLESS_SMALL_I
                ? point
                : Character.toLowerCase(Character.toUpperCase(point));
    }

    private static String ascii(String domain) {
        if (domain.length() > LONGEST_DOMAIN) {
            return domain;
        }
        try {
            return lower(IDN.toASCII(IDN.toUnicode(domain), IDN.ALLOW_UNASSIGNED));
        } catch (RuntimeException e) {
            // The JDK names IllegalArgumentException, and was seen to throw others on odd input.
            return domain;
        }
    }
}
