package dev.hauberk.identity.session;

import java.util.Locale;

/** What refreshing says. */
public sealed interface Refreshed {
    /** The token was good, and is used up; here are the next. */
    record Fresh(Tokens tokens) implements Refreshed {}

    /** It was not. */
    record Refused(Reason reason) implements Refreshed {}

    /** Why; a client is never told. */
    enum Reason {
        /** It was used before: its session has ended now. */
        REPLAYED,
        /** Its session has ended or was idle for too long. */
        EXPIRED,
        /** It is none of ours. */
        UNKNOWN;

        /** The code, in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
