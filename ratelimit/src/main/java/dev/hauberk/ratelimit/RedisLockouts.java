package dev.hauberk.ratelimit;

import dev.hauberk.policy.Lockout;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A streak of failures a key in Redis, counted there by one script and by the server's clock. */
final class RedisLockouts implements Lockouts {
    private static final RedisScript SCRIPT = Scripts.read("lockout.lua");

    /** Part of compatibility: what is stored below it is read by other versions too. */
    private static final String PREFIX = "hauberk:1:lockout:";

    private final RedisScripts redis;
    private final String after;
    private final String micros;
    private final String forget;

    RedisLockouts(RedisScripts redis, Lockout policy) {
        this.redis = redis;
        this.after = Long.toString(policy.after().count());
        this.micros = Long.toString(Math.max(1, policy.time().toNanos() / 1_000));
        this.forget = Long.toString(StreakLockouts.forget(policy).toMillis());
    }

    @Override
    public State failed(String key) {
        return call(key, "failed");
    }

    @Override
    public State succeeded(String key) {
        return call(key, "succeeded");
    }

    @Override
    public void unlock(String key) {
        call(key, "unlock");
    }

    @Override
    public State state(String key) {
        return call(key, "state");
    }

    /** In a cluster, what belongs to one key is in one slot. */
    private State call(String key, String what) {
        List<Long> answer = redis.call(SCRIPT, List.of(PREFIX + '{' + key + '}'), List.of(what, after, micros, forget));
        return answer.get(0) == 1
                ? new State.Locked(Duration.of(answer.get(1), ChronoUnit.MICROS), answer.get(2) == 1)
                : new State.Open(answer.get(1));
    }
}
