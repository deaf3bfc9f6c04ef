package dev.hauberk.store.lettuce;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import io.lettuce.core.RedisConnectionException;
import org.junit.jupiter.api.Test;

/** Over the connection that a control sets up by itself. */
class LettuceRedisTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.single();
    }

    @Override
    protected Client connect(RedisServers servers) {
        LettuceRedis redis = LettuceRedis.connect("redis://127.0.0.1:" + servers.port(0));
        return new Client(redis, redis);
    }

    @Test
    void doesNotStartWhereNobodyAnswers() {
        assertThatThrownBy(() -> LettuceRedis.connect("redis://:secret@127.0.0.1:1"))
                .isInstanceOf(RedisConnectionException.class)
                .hasMessageNotContaining("secret");
    }
}
