package dev.hauberk.identity.session;

import java.time.Instant;

/**
 * Where a session's refresh tokens stand. Every token says which generation it is and that we made it, so the generation
 * that is good now is enough to know each earlier one for used.
 *
 * @param generation the generation of the token that is good now; the first is 0
 * @param hash a keyed hash of that token
 * @param previous a keyed hash of the one before; empty text in the first generation
 * @param sealed the present token, readable only for whoever shows the one before; empty text where there is no grace
 * @param since from when on the present token is good
 */
public record Family(long generation, String hash, String previous, String sealed, Instant since) {
    static Family first(String hash, Instant at) {
        return new Family(0, hash, "", "", at);
    }
}
