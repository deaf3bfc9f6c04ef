package dev.hauberk.crypto.password;

import java.util.Locale;

/** A rule that a new password can break. Codes are stable. */
public enum PasswordRule {
    TOO_SHORT,
    TOO_LONG,
    UPPER_CASE,
    LOWER_CASE,
    DIGIT,
    SPECIAL;

    /** The code, for example {@code too-short}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
