package dev.hauberk.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An e-mail address by which somebody signs in, in the one form in which it is compared: NFKC, no surrounding space and no
 * invisible characters, lower case, the domain in ASCII. {@code +tags} are kept. Its text is personal data, and
 * {@code toString} does not show it.
 */
public final class SignInName {
    private final String text;

    private SignInName(String text) {
        this.text = text;
    }

    /** The form of what somebody typed. Never fails: what is no address names nobody. */
    public static SignInName of(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cc}]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        int at = folded.lastIndexOf('@');
        return new SignInName(at < 0 ? folded : folded.substring(0, at + 1) + ascii(folded.substring(at + 1)));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }

    /** The text: personal data, for look-ups and never for a log. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInName that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "SignInName[hidden]";
    }
}
