package dev.hauberk.spring.redis;

import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.jedis.JedisRedis;
import dev.hauberk.store.lettuce.LettuceRedis;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Has nodes share their limits in the Redis at {@code HAUBERK_REDIS_URL}, over Lettuce where that is on the class path, or else over Jedis;
 * a start with an address and neither of them fails. Whatever other Redis the application has is not asked then.
 */
@AutoConfiguration(
        beforeName = {"dev.hauberk.spring.HauberkAutoConfiguration", "dev.hauberk.spring.redis.RedisAutoConfiguration"})
@ConditionalOnMissingBean(RedisScripts.class)
@Conditional(OnRedisUrl.class)
class RedisUrlAutoConfiguration {
    private static final String LETTUCE = "io.lettuce.core.RedisClient";
    private static final String JEDIS = "redis.clients.jedis.RedisClient";

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = LETTUCE)
    static class ByLettuce {
        @Bean(destroyMethod = "close")
        LettuceRedis hauberkRedis(Environment environment) {
            return LettuceRedis.connect(environment.getRequiredProperty(OnRedisUrl.URL));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = JEDIS)
    @ConditionalOnMissingClass(LETTUCE)
    static class ByJedis {
        @Bean(destroyMethod = "close")
        JedisRedis hauberkRedis(Environment environment) {
            return JedisRedis.connect(environment.getRequiredProperty(OnRedisUrl.URL));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass({LETTUCE, JEDIS})
    static class ByNobody {
        @Bean
        RedisScripts hauberkRedis() {
            throw new IllegalStateException(
                    OnRedisUrl.URL
                            + " says where a Redis is, and no client is on the class path: add io.lettuce:lettuce-core or redis.clients:jedis");
        }
    }
}
