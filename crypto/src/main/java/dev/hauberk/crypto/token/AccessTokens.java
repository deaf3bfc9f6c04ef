package dev.hauberk.crypto.token;

import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.TokenPolicy;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Issues and verifies access tokens (AUTHN-6): {@code typ: at+jwt} (RFC 9068), HS256 (RFC 7518) and nothing else, with {@code
 * iss aud sub sid jti iat exp} and no more.
 *
 * <p><b>Guarantees.</b> A token is valid only where it is, byte for byte, what {@link #issue} writes for what it says, signed by a
 * key that is still in the ring, and within its time. Nothing is read of a text of more than 8,192 characters. Signatures are compared in
 * constant time. Thread-safe.
 *
 * <p><b>Not guaranteed.</b> Whether its session or its user still is: a token that was issued stays valid until it expires, and
 * whoever needs to know sooner asks the sessions.
 */
public interface AccessTokens {
    /**
     * Tokens that the ring's keys of {@link dev.hauberk.key.Purpose#ACCESS_TOKENS} sign.
     *
     * @param policy how long they are valid, their issuer and audience, and how far clocks may differ
     */
    static AccessTokens hs256(KeyRing keys, TokenPolicy policy, InstantSource clock) {
        return new Hs256AccessTokens(keys, policy, clock, new SecureRandom());
    }

    /**
     * A new token, valid from this second on for as long as the policy says, in whole seconds and at least one.
     *
     * @param subject the user's id
     * @param session the session's id
     * @throws IllegalArgumentException where an id is empty, longer than 256 chars, or holds a control or an invisible character
     */
    Issued issue(String subject, String session);

    /**
     * Checks a token that somebody sent. Never throws, whatever is sent.
     *
     * <p>It is expired from the second {@code exp} on, and not before its {@code iat}; either is stretched by the policy's leeway.
     */
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
