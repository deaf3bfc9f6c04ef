package dev.hauberk.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.identity.Accounts;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.Rate;
import dev.hauberk.ratelimit.RateLimiter;
import dev.hauberk.server.redis.RedisServers;
import dev.hauberk.servlet.Stores;
import dev.hauberk.spring.HauberkAutoConfiguration;
import dev.hauberk.spring.app.Nobody;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.jedis.JedisRedis;
import dev.hauberk.store.lettuce.LettuceRedis;
import io.lettuce.core.RedisClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import redis.clients.jedis.UnifiedJedis;

/** Which Redis is asked, and which is not. */
@Tag("RATE-1")
@Tag("POSTURE-2")
class RedisBackingOffTest {
    private static final RedisScript ONE = RedisScript.of("return {1}");
    private static final String KEY = "k1=" + randomKey();
    private static RedisServers servers;
    private static String url;

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    RedisAutoConfiguration.class, RedisUrlAutoConfiguration.class, HauberkAutoConfiguration.class))
            .withPropertyValues("hauberk.baseline=calimatic")
            .withBean(SecretSource.class, () -> SecretSource.of(Map.of("HAUBERK_KEYS", KEY)))
            .withBean(Accounts.class, Nobody::hasAnAccount);

    private final WebApplicationContextRunner withAll = runner.withBean(
                    RedisClient.class, () -> RedisClient.create(url))
            .withBean(UnifiedJedis.class, () -> redis.clients.jedis.RedisClient.create(url))
            .withBean(RedisConnectionFactory.class, RedisBackingOffTest::factory);

    @BeforeAll
    static void start() {
        servers = RedisServers.single();
        url = "redis://127.0.0.1:" + servers.port(0);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void eachNodeCountsByItselfWhereThereIsNoRedis() {
        runner.run(context ->
                assertThat(context).hasNotFailed().hasSingleBean(Stores.class).doesNotHaveBean(RedisScripts.class));
    }

    @Test
    void asksTheApplicationsScriptsBeforeAnyOther() {
        RedisScripts own = (script, keys, arguments) -> CompletableFuture.completedStage(List.of(7L));
        withAll.withBean(RedisScripts.class, () -> own)
                .withPropertyValues("HAUBERK_REDIS_URL=" + url)
                .run(context -> assertThat(context).getBean(RedisScripts.class).isSameAs(own));
    }

    @Test
    void asksTheRedisAtTheAddressBeforeThatOfTheApplication() {
        withAll.withPropertyValues("HAUBERK_REDIS_URL=" + url).run(context -> {
            assertThat(context).getBean(RedisScripts.class).isInstanceOf(LettuceRedis.class);
            answers(context.getBean(RedisScripts.class));
        });
    }

    @Test
    void asksTheAddressOverJedisWhereThereIsNoLettuce() {
        runner.withClassLoader(new FilteredClassLoader("io.lettuce"))
                .withPropertyValues("HAUBERK_REDIS_URL=" + url)
                .run(context -> {
                    assertThat(context).getBean(RedisScripts.class).isInstanceOf(JedisRedis.class);
                    answers(context.getBean(RedisScripts.class));
                });
    }

    @Test
    void doesNotStartWithAnAddressAndWithoutAClient() {
        runner.withClassLoader(new FilteredClassLoader("io.lettuce", "redis.clients"))
                .withPropertyValues("HAUBERK_REDIS_URL=redis://:secret@127.0.0.1:1")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("lettuce-core")
                        .hasMessageNotContaining("secret"));
    }

    @Test
    void doesNotStartWhereNobodyAnswersAtTheAddress() {
        runner.withPropertyValues("HAUBERK_REDIS_URL=redis://127.0.0.1:1")
                .run(context -> assertThat(context).hasFailed());
        runner.withClassLoader(new FilteredClassLoader("io.lettuce"))
                .withPropertyValues("HAUBERK_REDIS_URL=redis://127.0.0.1:1")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void asksNoneWhereThatIsSaid() {
        withAll.withPropertyValues("HAUBERK_REDIS_URL=none")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisScripts.class));
    }

    @Test
    void asksWhatTheApplicationHasEachAlone() {
        asks(runner.withBean(RedisClient.class, () -> RedisClient.create(url)));
        asks(runner.withBean(UnifiedJedis.class, () -> redis.clients.jedis.RedisClient.create(url)));
        asks(runner.withBean(RedisConnectionFactory.class, RedisBackingOffTest::factory));
        asks(withAll);
    }

    @Test
    void asksNeitherOfTwoThatItCannotTellApart() {
        runner.withBean("one", RedisConnectionFactory.class, RedisBackingOffTest::factory)
                .withBean("other", RedisConnectionFactory.class, RedisBackingOffTest::factory)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisScripts.class));
    }

    @Test
    void startsWithoutEachOfTheClients() {
        for (String absent : List.of("io.lettuce", "redis.clients", "org.springframework.data")) {
            runner.withClassLoader(new FilteredClassLoader(absent))
                    .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisScripts.class));
        }
    }

    @Test
    void leavesTheApplicationsClientOpen() {
        try (UnifiedJedis own = redis.clients.jedis.RedisClient.create(url)) {
            runner.withBean("kept", UnifiedJedis.class, () -> own, bean -> bean.setDestroyMethodName(""))
                    .run(context -> answers(context.getBean(RedisScripts.class)));
            assertThat(own.ping()).isEqualTo("PONG");
        }
    }

    private static void asks(WebApplicationContextRunner application) {
        application.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(RedisScripts.class);
            RedisScripts scripts = context.getBean(RedisScripts.class);
            answers(scripts);
            RateLimiter limiter = RateLimiter.redis(
                    scripts,
                    "starter:" + System.identityHashCode(scripts),
                    Rate.parse("3 per 1d"),
                    InstantSource.system());
            assertThat(List.of(
                            limiter.take("k", 1).granted(),
                            limiter.take("k", 2).granted(),
                            limiter.take("k", 1).granted()))
                    .containsExactly(true, true, false);
        });
    }

    private static String randomKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void answers(RedisScripts scripts) {
        assertThat(scripts.call(ONE, List.of("k"), List.of())).containsExactly(1L);
    }

    private static LettuceConnectionFactory factory() {
        return new LettuceConnectionFactory("127.0.0.1", servers.port(0));
    }
}
