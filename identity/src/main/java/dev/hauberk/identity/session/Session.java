package dev.hauberk.identity.session;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A session as a {@link SessionStore} keeps it. Holds no secret: of its refresh token there is a keyed hash.
 *
 * @param id public, 128 random bits; made by us and never taken from a client
 * @param user the user's id
 * @param device what the client said it is
 * @param openedAt when it was opened
 * @param usedAt when it was last used, to the minute
 * @param expiresAt from when on it is over although nobody ended it
 * @param factors which factors were shown, and when
 * @param seen the account as this session last saw it
 * @param refresh where its refresh tokens stand
 * @param end when and why it was ended; empty while nobody ended it
 */
public record Session(
        String id,
        String user,
        String device,
        Instant openedAt,
        Instant usedAt,
        Instant expiresAt,
        Map<String, Instant> factors,
        Seen seen,
        Family refresh,
        Optional<End> end) {
    public Session {
        factors = Map.copyOf(factors);
    }

    /** Whether it goes on: nobody ended it, and its time is not over. */
    public boolean isAliveAt(Instant now) {
        return end.isEmpty() && now.isBefore(expiresAt);
    }

    /** When it was over: when it was ended, or else when its time is up. */
    public Instant overAt() {
        return end.map(End::at).filter(at -> at.isBefore(expiresAt)).orElse(expiresAt);
    }

    Session used(Instant at, Instant expires) {
        return at.isAfter(usedAt) ? with(at, expires, seen, refresh, end) : this;
    }

    Session saw(Seen now) {
        return with(usedAt, expiresAt, now, refresh, end);
    }

    Session refreshed(Instant at, Instant expires, Family next) {
        return with(at.isAfter(usedAt) ? at : usedAt, expires, seen, next, end);
    }

    /** The first end is the one that counts. */
    Session ended(End now) {
        return end.isPresent() ? this : with(usedAt, expiresAt, seen, refresh, Optional.of(now));
    }

    private Session with(Instant used, Instant expires, Seen saw, Family family, Optional<End> ending) {
        return new Session(id, user, device, openedAt, used, expires, factors, saw, family, ending);
    }
}
