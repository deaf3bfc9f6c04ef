package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import dev.hauberk.policy.Lockout;
import dev.hauberk.ratelimit.Lockouts.State.Locked;
import dev.hauberk.ratelimit.Lockouts.State.Open;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lockouts in Redis: the contract, by a clock of the test's; and what is special to it. */
@Tag("AUTHN-4")
class RedisLockoutsTest extends LockoutsContract {
    private static RunningRedis redis;

    @BeforeAll
    static void start() {
        redis = RunningRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    Lockouts lockouts(Lockout policy, InstantSource clock) {
        return Lockouts.redis(new ClockedScripts(new FreshScripts(redis.scripts()), clock), policy);
    }

    @Override
    Duration tick() {
        return Duration.ofNanos(1_000);
    }

    @Test
    void locksForTwoNodesAndAfterARestart() {
        RedisScripts shared = new FreshScripts(redis.scripts());
        Lockouts one = Lockouts.redis(shared, POLICY);
        Lockouts other = Lockouts.redis(shared, POLICY);
        fail(one, 5);
        fail(other, 4);
        assertThat(one.failed("k")).isEqualTo(new Locked(Duration.ofMinutes(30), true));
        assertThat(other.state("k")).isInstanceOf(Locked.class);
        assertThat(Lockouts.redis(shared, POLICY).succeeded("k")).isInstanceOf(Locked.class);
        other.unlock("k");
        assertThat(one.state("k")).isEqualTo(new Open(0));
    }

    @Test
    void leavesNoKeyLongerThanItMatters() {
        FreshScripts shared = new FreshScripts(redis.scripts());
        Lockouts lockouts = Lockouts.redis(shared, POLICY);
        String key = shared.prefix() + "hauberk:1:lockout:{k}";
        lockouts.failed("k");
        assertThat(redis.connection().sync().pttl(key)).isBetween(86_000_000L, 86_400_000L);
        fail(lockouts, 9);
        assertThat(redis.connection().sync().pttl(key)).isBetween(1_799_000L, 1_801_000L);
        lockouts.unlock("k");
        assertThat(redis.connection().sync().exists(key)).isZero();
        lockouts.failed("k");
        lockouts.succeeded("k");
        assertThat(redis.connection().sync().exists(key)).isZero();
    }

    @Test
    void saysNothingWhileRedisDoesNotAnswer() {
        RunningRedis gone = RunningRedis.start();
        try (gone) {
            Lockouts lockouts = Lockouts.redis(gone.scripts().within(Duration.ofMillis(50)), POLICY);
            lockouts.failed("k");
            gone.kill();
            assertThatThrownBy(() -> lockouts.state("k")).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> lockouts.failed("k")).isInstanceOf(UnavailableException.class);
        }
    }
}
