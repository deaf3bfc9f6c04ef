package dev.hauberk.crypto.password;

import dev.hauberk.policy.PasswordPolicy;
import java.util.Locale;

/** A rule that a new password can break. Codes are stable; messages are for people, and may be worded anew. */
public enum PasswordRule {
    TOO_SHORT,
    TOO_LONG,
    UPPER_CASE,
    LOWER_CASE,
    DIGIT,
    SPECIAL,
    /** It is on the list of common passwords that this library carries. */
    COMMON,
    /** It is easy to guess for whoever knows whose it is. */
    PERSONAL,
    /** It is easy to guess. */
    TOO_WEAK,
    /** It has leaked elsewhere. */
    BREACHED;

    /** The code, for example {@code too-short}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do about it, as an English sentence with the policy's numbers. */
    public String message(PasswordPolicy policy) {
        return switch (this) {
            case TOO_SHORT -> "Use at least " + policy.minLength() + " characters.";
            case TOO_LONG -> "Use at most " + policy.maxBytes() + " bytes.";
            case UPPER_CASE -> "Use an upper-case letter, A to Z.";
            case LOWER_CASE -> "Use a lower-case letter, a to z.";
            case DIGIT -> "Use a digit, 0 to 9.";
            case SPECIAL -> "Use a special character, such as a space, ! or #.";
            case COMMON -> "Too many people use this password. Choose another.";
            case PERSONAL -> "Do not build it on your name, your e-mail address or your organisation.";
            case TOO_WEAK -> "This is easy to guess. Use more words, or make it longer.";
            case BREACHED -> "This password has leaked elsewhere. Choose another.";
        };
    }
}
