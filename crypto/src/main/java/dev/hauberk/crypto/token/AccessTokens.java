package dev.hauberk.crypto.token;

/**
 * Issues and verifies access tokens (AUTHN-6): {@code typ: at+jwt}, HS256 and nothing else, with {@code iss aud sub sid jti
 * iat exp} and no more. Thread-safe.
 */
public interface AccessTokens {
    /**
     * A new token.
     *
     * @param subject the user's id
     * @param session the session's id
     */
    Issued issue(String subject, String session);

    /** Checks a token that somebody sent. Never throws, whatever is sent. */
    Check verify(String token);

    /**
     * A token that was made.
     *
     * @param token what travels; whoever holds it is the user until it expires
     * @param claims what it says
     */
    record Issued(String token, AccessClaims claims) {
        @Override
        public String toString() {
            return "Issued[token=hidden, claims=" + claims + "]";
        }
    }
}
