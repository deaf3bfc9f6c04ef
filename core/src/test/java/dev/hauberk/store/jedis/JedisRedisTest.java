package dev.hauberk.store.jedis;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.exceptions.JedisException;

/** Over the connections that a control sets up by itself. */
class JedisRedisTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.single();
    }

    @Override
    protected Client connect(RedisServers servers) {
        JedisRedis redis = JedisRedis.connect("redis://127.0.0.1:" + servers.port(0));
        return new Client(redis, redis);
    }

    @Test
    void doesNotStartWhereNobodyAnswers() {
        assertThatThrownBy(() -> JedisRedis.connect("redis://:secret@127.0.0.1:1"))
                .isInstanceOf(JedisException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://:secret@127.0.0.1:1", "redis://127.0.0.1", "127.0.0.1:6379", "redis:secret"})
    void refusesWhatIsNoAddress(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JedisRedis.connect(url))
                .withMessageContaining("redis://host:port")
                .withMessageNotContaining("secret");
    }
}
