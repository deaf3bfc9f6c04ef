package dev.hauberk.crypto.password;

import dev.hauberk.policy.PasswordPolicy;
import java.util.List;

/**
 * What a new password must be (AUTHN-1).
 *
 * <p>Lengths are counted after NFC: the least in code points, the greatest in bytes of UTF-8. Classes of characters are those
 * of ASCII alone, so that a fullwidth {@code Ａ} is no upper-case letter; a space is a special character. Thread-safe.
 */
public interface PasswordRules {
    /** The rules of a policy. */
    static PasswordRules of(PasswordPolicy policy) {
        return new PolicyPasswordRules(policy);
    }

    /**
     * The rules that a password breaks, in the order of {@link PasswordRule}. Of one that is too long, this one rule: nothing
     * else of it is looked at.
     *
     * @return empty where it breaks none
     */
    List<PasswordRule> broken(CharSequence password);
}
