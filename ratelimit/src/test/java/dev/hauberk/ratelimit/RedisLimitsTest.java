package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.ClientAddress;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limits of a policy on two nodes that share a real Redis, and while that does not answer. */
@Tag("RATE-1")
class RedisLimitsTest {
    private static final SecurityPolicy POLICY = policy("local");
    private static final Optional<String> API = Optional.of("api");

    private static final ClientAddress OTHER = ClientAddress.ofBytes(new byte[] {(byte) 198, 51, 100, 1});

    private final KeyRing keys = keys();
    private final ClientAddress address = ClientAddress.ofBytes(new byte[] {(byte) 203, 0, 113, 7});
    private RunningRedis redis;

    @BeforeEach
    void start() {
        redis = RunningRedis.start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void countForTwoNodesTogether() {
        Limits one = limits(POLICY);
        Limits other = limits(POLICY);
        assertThat(granted(one, 6)).isEqualTo(6);
        assertThat(granted(other, 6)).isEqualTo(4);
        assertThat(granted(one, 1)).isZero();
    }

    @Test
    void tellNobodyWhoReadsRedisWhomTheyCount() {
        granted(limits(POLICY), 3);
        List<String> names = redis.connection().sync().keys("*");
        assertThat(names)
                .anyMatch(name -> name.startsWith("hauberk:1:limit:api:"))
                .allMatch(name -> !name.contains("203.0.113"));
    }

    @Test
    void goOnWithThisNodesShareWhereRedisIsGone() throws Exception {
        Limits one = limits(POLICY);
        Limits other = limits(POLICY);
        awaitTwo(one, other);
        redis.kill();
        long during = granted(one, 20) + granted(other, 20);
        assertThat(during).isBetween(5L, 20L);
        assertThat(during).as("no more than the limit again").isLessThanOrEqualTo(10L + 1);
        assertThatThrownBy(() -> one.take(Optional.of("auth"), address)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void refuseWhereThePolicySaysClosed() {
        Limits limits = limits(policy("closed"));
        limits.take(API, address);
        redis.kill();
        assertThatThrownBy(() -> limits.take(API, address)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void letPassWhereThePolicySaysOpen() {
        Limits limits = limits(policy("open"));
        limits.take(API, address);
        redis.kill();
        assertThat(granted(limits, 50)).isEqualTo(50);
    }

    private static void awaitTwo(Limits one, Limits other) throws InterruptedException {
        // Each says that it is alive with its first request, and hears of the other with one a second later.
        for (int i = 0; i < 3; i++) {
            one.take(Optional.of("rare"), OTHER);
            other.take(Optional.of("rare"), OTHER);
            TimeUnit.MILLISECONDS.sleep(1_050);
        }
    }

    private long granted(Limits limits, int times) {
        long granted = 0;
        for (int i = 0; i < times; i++) {
            granted += limits.take(API, address).orElseThrow().permit().granted() ? 1 : 0;
        }
        return granted;
    }

    private Limits limits(SecurityPolicy policy) {
        return Limits.redis(policy, redis.scripts(), keys, new Events(), InstantSource.system());
    }

    private static SecurityPolicy policy(String redis) {
        return SecurityPolicy.of(Map.of(
                "limits",
                Map.of("api", "10 per 1h per user", "rare", "1000 per 1h per address", "auth", "10 per 1m per address"),
                "failures",
                Map.of("RATE-1", Map.of("redis", redis)),
                "accept",
                redis.equals("open")
                        ? List.of(Map.of("control", "RATE-1", "why", "a test", "by", "a test", "until", "2099-01-01"))
                        : List.of()));
    }

    private static KeyRing keys() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return KeyRing.of(SecretSource.of(Map.of(
                "HAUBERK_KEYS", "k1=" + Base64.getUrlEncoder().withoutPadding().encodeToString(key))));
    }
}
