package dev.hauberk.crypto.password;

import java.util.List;

/** What a new password must be (AUTHN-1). Thread-safe. */
public interface PasswordRules {
    /**
     * The rules that a password breaks, in the order of {@link PasswordRule}.
     *
     * @return empty where it breaks none
     */
    List<PasswordRule> broken(CharSequence password);
}
