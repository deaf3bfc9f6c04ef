package dev.hauberk.crypto.password;

import dev.hauberk.Events;
import dev.hauberk.policy.PasswordPolicy;
import java.time.InstantSource;
import java.util.List;

/**
 * What a new password must be (AUTHN-1).
 *
 * <p>Lengths are counted after NFC: the least in code points, the greatest in bytes of UTF-8. Classes of characters are those
 * of ASCII alone, so that a fullwidth {@code Ａ} is no upper-case letter; a space is a special character. What keeps to that is
 * looked for in a list of common passwords and its strength is estimated by zxcvbn, with what is known of its user as one more
 * dictionary: {@code P@ssw0rd} has a character of each class and is refused. Of a password of up to 63 code points the first 32
 * are estimated; one of 64 or more is strong by its length, since the estimate of a long one would take seconds. Thread-safe.
 *
 * <p><b>Not guaranteed.</b> That a password which keeps the rules is hard to guess for somebody who knows its user well, or that
 * a long one is more than a pattern. One in 30,000 good passwords is taken for a common one.
 */
public interface PasswordRules {
    /** The rules of a policy, where nobody hears of a breach check that fails. */
    static PasswordRules of(PasswordPolicy policy) {
        return of(policy, BreachCheck.of(policy.breaches()), new Events(), InstantSource.system());
    }

    /**
     * The rules of a policy.
     *
     * @param breaches where passwords that leaked are looked up; {@link BreachCheck#of} is what the policy says
     * @param events hear where it does not answer
     */
    static PasswordRules of(PasswordPolicy policy, BreachCheck breaches, Events events, InstantSource clock) {
        return new PolicyPasswordRules(policy, new AskedBreachCheck(policy.breaches(), breaches, events, clock));
    }

    /**
     * The rules that a password breaks, of whose user nothing is known.
     *
     * @see #broken(CharSequence, Personal)
     */
    default List<PasswordRule> broken(CharSequence password) {
        return broken(password, Personal.nothing());
    }

    /**
     * The rules that a password breaks, in the order of {@link PasswordRule}. Of one that is too long, this one rule: nothing
     * else of it is looked at. How easy it is to guess is looked at where it breaks none of length and classes, and whether it
     * leaked where it breaks none at all.
     *
     * @param personal what is known of whose password it is
     * @return empty where it breaks none
     * @throws dev.hauberk.UnavailableException where a breach check does not answer and the policy says {@code on-failure: closed}
     * @throws HashingOverloadedException where the strength of too many is being estimated
     */
    List<PasswordRule> broken(CharSequence password, Personal personal);
}
