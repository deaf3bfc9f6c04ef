package dev.hauberk.identity.session;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.SessionPolicy;
import dev.hauberk.policy.SessionPolicy.EndOn;
import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.time.Duration;
import java.time.Instant;

/** What the policy says of sessions, as answers to what is asked here. */
final class SessionRules {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SecurityPolicy policy;
    private final SessionPolicy sessions;

    SessionRules(SecurityPolicy policy) {
        this.policy = policy;
        this.sessions = policy.sessions();
    }

    /** When a session's time is up if nobody uses it again. */
    Instant expiry(Instant openedAt, Instant usedAt) {
        Instant idle = usedAt.plus(sessions.idle());
        return sessions.atMost().map(openedAt::plus).filter(idle::isAfter).orElse(idle);
    }

    /** Whether a use is worth noting: once a minute, and often enough that a short idle time still holds. */
    boolean isDue(Instant usedAt, Instant now) {
        Duration quarter = sessions.idle().dividedBy(4);
        return !now.isBefore(usedAt.plus(quarter.compareTo(MINUTE) < 0 ? quarter : MINUTE));
    }

    int perUser() {
        return sessions.perUser();
    }

    /** How many a user may have: without bound only where the policy does not enforce one. */
    int most() {
        return policy.mode(Control.SESS_4) == Mode.ENFORCE ? sessions.perUser() : Integer.MAX_VALUE;
    }

    boolean isShadowed() {
        return policy.mode(Control.SESS_4) == Mode.SHADOW;
    }

    WhenFull whenFull() {
        return sessions.whenFull();
    }

    boolean endsOn(EndOn what) {
        return sessions.endOn().contains(what);
    }

    /** What was over before this is purged. */
    Instant kept(Instant now) {
        return now.minus(sessions.keep());
    }

    Duration grace() {
        return policy.tokens().grace();
    }
}
