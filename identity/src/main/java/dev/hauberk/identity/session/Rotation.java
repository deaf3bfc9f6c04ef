package dev.hauberk.identity.session;

/** What a store says to a {@link RefreshUse}. */
public sealed interface Rotation {
    /** The token was the good one, and the next has taken its place. */
    record Rotated(Session session) implements Rotation {}

    /** The token was used up a moment ago by the same device, which may have lost the answer; nothing changed. */
    record Again(Session session) implements Rotation {}

    /**
     * The token was used up before.
     *
     * @param session as it is now: ended
     * @param endedNow whether this use ended it
     */
    record Replayed(Session session, boolean endedNow) implements Rotation {}

    /** The token was the good one, of a session that is over. */
    record Over(Session session) implements Rotation {}

    /** There is no such session, or it never had such a token; nothing changed. */
    record Unknown() implements Rotation {}
}
