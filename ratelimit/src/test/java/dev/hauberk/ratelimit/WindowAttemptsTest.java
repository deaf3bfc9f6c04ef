package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Rate;
import dev.hauberk.ratelimit.Attempts.Taken.Refused;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attempts in memory: the contract, and floods of names. */
class WindowAttemptsTest extends AttemptsContract {
    private static final Rate RATE = Rate.parse("5 per 15m");

    @Override
    Attempts attempts(Rate rate, InstantSource clock) {
        return Attempts.inMemory(rate, clock);
    }

    @Test
    @Tag("AUTHN-3")
    void staysBoundedUnderAMillionNamesAndFreesNoneThatIsBlocked() {
        WindowAttempts attempts = new WindowAttempts(RATE, new FakeClock(), KeyedMemory.KEYS);
        block(attempts, "victim");
        for (int i = 0; i < 1_000_000; i++) {
            attempts.take("name " + i);
        }
        assertThat(attempts.take("victim")).isInstanceOf(Refused.class);
        assertThat(attempts.size()).isLessThanOrEqualTo(KeyedMemory.KEYS);
    }

    @Test
    @Tag("AUTHN-3")
    void freesNoneOfManyBlockedNamesEvenWhereThereIsNoRoomForThem() {
        FakeClock clock = new FakeClock();
        WindowAttempts attempts = new WindowAttempts(RATE, clock, 200);
        for (int i = 0; i < 2_000; i++) {
            block(attempts, "blocked " + i);
        }
        for (int i = 0; i < 2_000; i++) {
            assertThat(attempts.take("blocked " + i)).as("name %d", i).isInstanceOf(Refused.class);
        }
        clock.forward(RATE.per());
        for (int i = 0; i < 2_000; i++) {
            assertThat(attempts.take("blocked " + i)).as("name %d", i).isNotInstanceOf(Refused.class);
        }
    }

    /** Uses up all attempts, and asks for none more. */
    private static void block(Attempts attempts, String key) {
        for (int i = 0; i < RATE.count(); i++) {
            attempts.take(key);
        }
    }
}
