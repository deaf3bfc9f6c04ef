package dev.hauberk.spring.redis;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import dev.hauberk.store.BlockingScripts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Tag;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisTemplate;

/** Over Spring's template, on a cluster by Lettuce. */
@Tag("soak")
class TemplateOverLettucesClusterTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.cluster();
    }

    @Override
    protected Client connect(RedisServers servers) {
        LettuceClientConfiguration client = LettuceClientConfiguration.builder()
                .commandTimeout(Duration.ofSeconds(2))
                .shutdownTimeout(Duration.ZERO)
                .build();
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                new RedisClusterConfiguration(List.of("127.0.0.1:" + servers.port(0))), client);
        factory.afterPropertiesSet();
        factory.start();
        RedisTemplate<String, String> template = new RedisTemplate<>();
        template.setConnectionFactory(factory);
        template.setEnableTransactionSupport(true);
        template.afterPropertiesSet();
        ExecutorService waiters = BlockingScripts.waiters(8);
        return new Client(TemplateScripts.of(template, waiters), () -> {
            waiters.shutdownNow();
            factory.destroy();
        });
    }
}
