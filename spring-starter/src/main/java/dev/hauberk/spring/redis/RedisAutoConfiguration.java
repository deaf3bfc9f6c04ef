package dev.hauberk.spring.redis;

import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.jedis.JedisScripts;
import dev.hauberk.store.lettuce.LettuceScripts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import redis.clients.jedis.UnifiedJedis;

/**
 * Has nodes share their limits in the Redis that the application has, where {@code HAUBERK_REDIS_URL} is not set: by a connection of its only
 * client of Lettuce's, or else over its only client of Jedis's, or else over its only connection factory of Spring Data Redis. With
 * {@code HAUBERK_REDIS_URL=none} each node counts by itself.
 */
@AutoConfiguration(
        beforeName = "dev.hauberk.spring.HauberkAutoConfiguration",
        afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@Conditional(OnRedisUrl.Unset.class)
class RedisAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @Order(1)
    @ConditionalOnClass(RedisClient.class)
    @ConditionalOnSingleCandidate(RedisClient.class)
    @ConditionalOnMissingBean(RedisScripts.class)
    static class OverLettuce {
        @Bean(destroyMethod = "close")
        OwnedScripts hauberkRedis(RedisClient client) {
            StatefulRedisConnection<String, String> connection = client.connect();
            return OwnedScripts.of(LettuceScripts.of(connection), connection::close);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Order(2)
    @ConditionalOnClass(RedisClusterClient.class)
    @ConditionalOnSingleCandidate(RedisClusterClient.class)
    @ConditionalOnMissingBean(RedisScripts.class)
    static class OverLettucesCluster {
        @Bean(destroyMethod = "close")
        OwnedScripts hauberkRedis(RedisClusterClient client) {
            StatefulRedisClusterConnection<String, String> connection = client.connect();
            return OwnedScripts.of(LettuceScripts.of(connection), connection::close);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Order(3)
    @ConditionalOnClass(UnifiedJedis.class)
    @ConditionalOnSingleCandidate(UnifiedJedis.class)
    @ConditionalOnMissingBean(RedisScripts.class)
    static class OverJedis {
        @Bean(destroyMethod = "close")
        OwnedScripts hauberkRedis(UnifiedJedis jedis) {
            return OwnedScripts.waiting(waiters -> JedisScripts.of(jedis, waiters));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Order(4)
    @ConditionalOnClass(RedisConnectionFactory.class)
    @ConditionalOnSingleCandidate(RedisConnectionFactory.class)
    @ConditionalOnMissingBean(RedisScripts.class)
    static class OverSpringData {
        @Bean(destroyMethod = "close")
        OwnedScripts hauberkRedis(RedisConnectionFactory factory) {
            return OwnedScripts.waiting(waiters -> TemplateScripts.of(factory, waiters));
        }
    }
}
