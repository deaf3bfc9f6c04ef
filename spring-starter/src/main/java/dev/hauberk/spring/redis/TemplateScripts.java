package dev.hauberk.spring.redis;

import dev.hauberk.store.BlockingScripts;
import dev.hauberk.store.RedisScripts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisTemplate;

/**
 * Scripts over Spring Data Redis's template, whichever client is below it: a single server, Sentinel or a cluster. Its connections block;
 * how long they may are the client's settings ({@code spring.data.redis.timeout} and {@code connect-timeout}). No serialiser is asked:
 * names and arguments go as UTF-8.
 */
public final class TemplateScripts {
    private TemplateScripts() {}

    /**
     * Over a template; its own transaction support does not matter, since a script is never queued in one.
     *
     * @param executor of threads that wait for answers
     */
    public static RedisScripts of(RedisTemplate<?, ?> template, Executor executor) {
        return of(template.getRequiredConnectionFactory(), executor);
    }

    /**
     * Over a connection factory, by a template of its own that takes no part in transactions.
     *
     * @param executor of threads that wait for answers
     */
    public static RedisScripts of(RedisConnectionFactory factory, Executor executor) {
        RedisTemplate<byte[], byte[]> template = new RedisTemplate<>();
        template.setConnectionFactory(factory);
        template.setEnableDefaultSerializer(false);
        template.afterPropertiesSet();
        return BlockingScripts.of(new Client(template), executor);
    }

    private record Client(RedisTemplate<byte[], byte[]> template) implements BlockingScripts.Client {
        @Override
        public List<Long> evalsha(String digest, List<String> keys, List<String> arguments) {
            try {
                return run(connection -> connection
                        .scriptingCommands()
                        .evalSha(digest, ReturnType.MULTI, keys.size(), bytes(keys, arguments)));
            } catch (RuntimeException e) {
                throw isUnknown(e) ? new BlockingScripts.UnknownScriptException() : e;
            }
        }

        @Override
        public List<Long> eval(String source, List<String> keys, List<String> arguments) {
            return run(connection -> connection
                    .scriptingCommands()
                    .eval(utf8(source), ReturnType.MULTI, keys.size(), bytes(keys, arguments)));
        }

        private List<Long> run(Function<RedisConnection, @Nullable Object> call) {
            @Nullable Object answer = template.execute((RedisCallback<Object>) call::apply);
            return ((List<?>) answer).stream().map(Long.class::cast).toList();
        }

        private static byte[][] bytes(List<String> keys, List<String> arguments) {
            return Stream.concat(keys.stream(), arguments.stream())
                    .map(Client::utf8)
                    .toArray(byte[][]::new);
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** Each client below has a type of its own for it, and Spring translates some: the server's own word is in all of them. */
        private static boolean isUnknown(@Nullable Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                @Nullable String message = cause.getMessage();
                if (message != null && message.contains("NOSCRIPT")) {
                    return true;
                }
            }
            return false;
        }
    }
}
