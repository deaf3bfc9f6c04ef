package dev.hauberk.ratelimit;

import dev.hauberk.policy.Rate;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A window a key in Redis, decided there by one script and by the server's clock. */
final class RedisAttempts implements Attempts {
    private static final RedisScript SCRIPT = Scripts.read("attempts.lua");

    /** Part of compatibility: what is stored below it is read by other versions too. */
    private static final String PREFIX = "hauberk:1:attempts:";

    private final RedisScripts redis;
    private final String count;
    private final String micros;

    RedisAttempts(RedisScripts redis, Rate rate) {
        WindowAttempts.check(rate);
        this.redis = redis;
        this.count = Long.toString(rate.count());
        this.micros = Long.toString(Math.max(1, rate.per().toNanos() / 1_000));
    }

    @Override
    public Taken take(String key) {
        List<Long> answer = call(key, "take", count);
        return answer.get(0) == 1
                ? new Taken.Granted(answer.get(1))
                : new Taken.Refused(Duration.of(answer.get(1), ChronoUnit.MICROS));
    }

    @Override
    public void giveBack(String key, Taken.Granted taken) {
        call(key, "back", Long.toString(taken.stamp()));
    }

    /** In a cluster, what belongs to one key is in one slot. */
    private List<Long> call(String key, String what, String number) {
        return redis.call(SCRIPT, List.of(PREFIX + '{' + key + '}'), List.of(what, micros, number));
    }
}
