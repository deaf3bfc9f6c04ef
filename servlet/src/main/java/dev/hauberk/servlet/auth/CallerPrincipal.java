package dev.hauberk.servlet.auth;

import dev.hauberk.Caller;
import java.security.Principal;

/**
 * The caller as a principal. Its name is the user's opaque id.
 *
 * @param caller somebody who is signed in
 */
public record CallerPrincipal(Caller caller) implements Principal {
    /** @throws IllegalArgumentException where nobody is signed in */
    public CallerPrincipal {
        if (caller.isAnonymous()) {
            throw new IllegalArgumentException("nobody is signed in");
        }
    }

    @Override
    public String getName() {
        return caller.user().orElseThrow();
    }
}
