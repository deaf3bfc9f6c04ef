package dev.hauberk.identity.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sessions as the contracts store them. */
final class StoredSessions {
    static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    static final Duration IDLE = Duration.ofDays(30);

    private StoredSessions() {}

    static Session session(String id, String user, Instant at) {
        return new Session(
                id,
                user,
                "phone",
                at,
                at,
                at.plus(IDLE),
                Map.of("password", at),
                new Seen(1, Set.of("user")),
                Family.first("hash 0", at),
                Optional.empty());
    }
}
