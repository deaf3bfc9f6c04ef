package dev.hauberk.crypto.token;

/** What verifying a token says. */
public sealed interface Check {
    /** It is ours, whole and within its time. */
    record Valid(AccessClaims claims) implements Check {}

    /**
     * It is not.
     *
     * @param reason for events; a client is never told
     */
    record Invalid(Reason reason) implements Check {}

    /** Why a token is not valid. */
    enum Reason {
        MALFORMED,
        ALGORITHM,
        TYPE,
        KEY,
        SIGNATURE,
        CLAIMS,
        EXPIRED
    }
}
