package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.regex.Pattern;

/**
 * How often one may try to sign in (AUTHN-3), and what repeated failures lead to (AUTHN-4).
 *
 * @param path the base path of the calls that the library answers
 * @param attempts how many attempts a sign-in name has, in a sliding window
 * @param lockout when an account is locked, and for how long
 */
public record SignInPolicy(
        @Setting(says = "The base path of the calls that the library answers.", or = "/auth")
        String path,

        @Setting(
                says = "How many attempts an e-mail address has, counted exactly in a sliding window; at most 20.",
                or = "5 per 15m",
                control = Control.AUTHN_3,
                weaker = Weaker.HIGHER)
        Rate attempts,

        @Setting(says = "When an account is locked, and for how long.", control = Control.AUTHN_4)
        Lockout lockout) {

    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    /** @throws IllegalArgumentException where there are more than 20 attempts, or the path is not an absolute one */
    public SignInPolicy {
        if (attempts.count() > 20) {
            throw new IllegalArgumentException("attempts are counted exactly, so at most 20");
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "path is absolute and plain, with no slash at its end, for example /auth");
        }
    }
}
