package dev.hauberk.identity.session;

import java.util.List;

/** What a store says to opening a session. */
public sealed interface Opening {
    /**
     * It is open.
     *
     * @param ended the sessions that were too many, as they are now
     */
    record Done(List<Session> ended) implements Opening {
        public Done {
            ended = List.copyOf(ended);
        }
    }

    /** The user has as many as there may be, and none was to be ended; nothing changed. */
    record Full() implements Opening {}
}
