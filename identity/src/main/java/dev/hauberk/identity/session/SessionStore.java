package dev.hauberk.identity.session;

import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where sessions are kept, by the server alone (SESS-6).
 *
 * <p><b>Guarantees.</b> Every method is one atomic step: of any number of parallel {@link #rotate} of one token one is
 * {@link Rotation.Rotated}, and no reader ever sees a user with more live sessions than {@link #open} was told. A store
 * that does not answer throws {@link dev.hauberk.UnavailableException}, and whoever asked is then closed. Thread-safe.
 */
public interface SessionStore {
    /**
     * Adds a session.
     *
     * @param max how many the user may have alive, this one included
     * @param whenFull what to do where there are that many already: end those opened first, or refuse
     */
    Opening open(Session session, int max, WhenFull whenFull);

    /** The session of an id, ended ones too while they are kept. */
    Optional<Session> find(String id);

    /** Uses up a refresh token, or ends the session of one that was used up before. */
    Rotation rotate(RefreshUse use);

    /**
     * Notes that a live session was used. One that was used later already stays as it is.
     *
     * @param expiresAt when its time is up now
     */
    void touch(String id, Instant usedAt, Instant expiresAt);

    /**
     * Notes how a session now sees its account, unless it saw it otherwise meanwhile.
     *
     * @return whether it was noted
     */
    boolean see(String id, Seen before, Seen now);

    /**
     * Ends a session of a user.
     *
     * @return the session as it is now; empty where there was no live one of that id and that user
     */
    Optional<Session> end(String user, String id, End end);

    /**
     * Ends a user's sessions.
     *
     * @param but which one goes on
     * @return those that were alive, as they are now
     */
    List<Session> endAll(String user, Optional<String> but, End end);

    /** A user's live sessions, the newest first. */
    List<Session> of(String user, Instant now);

    /**
     * Removes what was over before a time. Safe to run twice, or twice at once.
     *
     * @return how many were removed
     */
    int purge(Instant before);

    /**
     * Sessions of this process, gone when it ends. Keeps as many live sessions as users are allowed to have, and 20 a
     * user that are over.
     */
    static SessionStore inMemory() {
        return new InMemorySessionStore();
    }
}
