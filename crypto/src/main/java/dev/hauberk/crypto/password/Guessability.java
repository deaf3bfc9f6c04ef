package dev.hauberk.crypto.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Optional;

/**
 * How easy a password is to guess, as zxcvbn estimates it.
 *
 * @param score 0 (fewer than 10^3 guesses) to 4 (10^10 or more); 3 is 10^8
 * @param personal whether what is known of its user is a part of it
 */
record Guessability(int score, boolean personal) {
    /**
     * What of a password is estimated, in code points. The time grows by the third power of it, and with the number of ways in
     * which signs can stand for letters: about a fifth of a second at worst for these.
     */
    static final int LOOKED_AT = 32;

    /** What is strong by its length, in code points. */
    static final int LONG = 64;

    static final int STRONGEST = 4;

    /** What zxcvbn calls the words that it is given. */
    private static final String OWN_WORDS = "user_inputs";

    /** The estimate of a password in NFC, which can only grow with what is not looked at, where that names nobody. */
    static Guessability of(CharSequence text, Personal personal) {
        if (length(text) <= LOOKED_AT) {
            return estimate(text, personal);
        }
        Optional<CharSequence> rest = personal.removedFrom(text);
        Guessability whole = ofLong(text, personal);
        return rest.isEmpty()
                ? whole
                : new Guessability(Math.min(whole.score, ofLong(rest.get(), personal).score), true);
    }

    private static Guessability ofLong(CharSequence text, Personal personal) {
        int length = length(text);
        if (length >= LONG) {
            return new Guessability(STRONGEST, false);
        }
        return estimate(
                length > LOOKED_AT ? text.subSequence(0, Character.offsetByCodePoints(text, 0, LOOKED_AT)) : text,
                personal);
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    private static Guessability estimate(CharSequence start, Personal personal) {
        Strength strength = Dictionaries.ZXCVBN.measure(start, personal.words());
        boolean own = strength.getSequence().stream().anyMatch(match -> OWN_WORDS.equals(match.dictionaryName));
        int score = strength.getScore();
        strength.wipe();
        return new Guessability(score, own);
    }

    /** Fifteen megabytes that nothing changes, read when they are first needed. */
    private static final class Dictionaries {
        static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
