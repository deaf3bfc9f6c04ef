package dev.hauberk.spring;

import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.lettuce.LettuceRedis;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Has nodes share their limits in the Redis at {@code HAUBERK_REDIS_URL}, where Lettuce is on the class path. */
@AutoConfiguration(before = HauberkAutoConfiguration.class)
@ConditionalOnClass(name = "io.lettuce.core.RedisClient")
@ConditionalOnProperty(RedisAutoConfiguration.URL)
class RedisAutoConfiguration {
    static final String URL = "HAUBERK_REDIS_URL";

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(RedisScripts.class)
    LettuceRedis hauberkRedis(Environment environment) {
        return LettuceRedis.connect(environment.getRequiredProperty(URL));
    }
}
