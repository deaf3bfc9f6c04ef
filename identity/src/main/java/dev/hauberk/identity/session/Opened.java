package dev.hauberk.identity.session;

/** What opening a session says. */
public sealed interface Opened {
    /** It is open; whichever sessions were too many have ended. */
    record Open(Tokens tokens) implements Opened {}

    /** The user has as many as there may be, and the policy says {@code when-full: refuse}. */
    record Full() implements Opened {}
}
