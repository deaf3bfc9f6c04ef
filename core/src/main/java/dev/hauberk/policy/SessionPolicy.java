package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How long sessions live, how many a user has, and what ends them (SESS-1 to SESS-4).
 *
 * @param idle after how long without use a session ends
 * @param atMost after how long a session ends even if it is used
 * @param keep how long after its end a session's data is kept
 * @param perUser how many sessions a user has at most
 * @param whenFull what a sign-in does when there are that many
 * @param endOn what ends a user's sessions
 */
public record SessionPolicy(
        @Setting(
                says = "After how long without use a session ends.",
                or = "30d",
                control = Control.SESS_1,
                weaker = Weaker.HIGHER)
        Duration idle,

        @Setting(
                says = "After how long a session ends even if it is used.",
                control = Control.SESS_1,
                weaker = Weaker.HIGHER)
        Optional<Duration> atMost,

        @Setting(
                says = "How long after its end a session's data is kept before it is purged.",
                or = "30d",
                control = Control.SESS_1,
                weaker = Weaker.HIGHER)
        Duration keep,

        @Setting(
                says = "How many sessions a user has at most.",
                or = "5",
                control = Control.SESS_4,
                weaker = Weaker.HIGHER)
        int perUser,

        @Setting(says = "What a sign-in does when there are that many.", or = "end-oldest", control = Control.SESS_4)
        WhenFull whenFull,

        @Setting(
                says = "What ends a user's sessions.",
                or = "password-change, downgrade",
                control = {Control.SESS_2, Control.SESS_3},
                weaker = Weaker.FEWER)
        Set<EndOn> endOn) {

    /** What a sign-in does when a user has as many sessions as there may be. */
    public enum WhenFull {
        END_OLDEST,
        REFUSE
    }

    /** What ends a user's sessions. */
    public enum EndOn implements Demand {
        /** A password change ends all but the one that made it. */
        PASSWORD_CHANGE(Control.SESS_2),
        /** A change of roles by which the rank falls or a permission is lost. */
        DOWNGRADE(Control.SESS_3);

        private final Control control;

        EndOn(Control control) {
            this.control = control;
        }

        @Override
        public Control control() {
            return control;
        }
    }

    /** @throws IllegalArgumentException where a number is out of its range */
    public SessionPolicy {
        endOn = Set.copyOf(endOn);
        if (perUser < 1 || perUser > 1_000) {
            throw new IllegalArgumentException("per-user is between 1 and 1000");
        }
        if (idle.isZero()) {
            throw new IllegalArgumentException("idle is longer than nothing");
        }
    }
}
