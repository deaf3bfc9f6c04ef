package dev.hauberk.identity.session;

import java.time.Duration;

/**
 * What a client gets when a session opens or goes on. Whoever holds them is the user, so they do not print.
 *
 * @param session the session's id, which is public
 * @param access the access token
 * @param refresh the refresh token: good for one use
 * @param expiresIn how long the access token is valid
 */
public record Tokens(String session, String access, String refresh, Duration expiresIn) {
    @Override
    public String toString() {
        return "Tokens[session=" + session + ", hidden]";
    }
}
