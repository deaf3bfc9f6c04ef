package dev.hauberk;

/** What a caller has shown to be who it is. Holds names that may be seen, never a secret. */
public sealed interface Credential {
    /** Nothing was shown, or nothing that holds. */
    record None() implements Credential {}

    /**
     * A session of one's own.
     *
     * @param id the session's id, which travels in access tokens and is not secret
     */
    record Session(String id) implements Credential {}

    /**
     * An API key.
     *
     * @param id the key's public id
     */
    record ApiKey(String id) implements Credential {}
}
