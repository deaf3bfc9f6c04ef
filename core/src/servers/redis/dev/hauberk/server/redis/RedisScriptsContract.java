package dev.hauberk.server.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts do over every client, against real servers. */
@Tag("RATE-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RedisScriptsContract {
    private static final RedisScript COUNT = RedisScript.of("""
            local n = redis.call('INCR', KEYS[1])
            redis.call('PEXPIRE', KEYS[1], 60000)
            return {n}
            """);

    private RedisServers servers;
    private Client client;
    private int keys;

    /** A client, and what ends it. */
    public record Client(RedisScripts scripts, AutoCloseable end) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    /** Servers of the kind that the client is for. */
    protected abstract RedisServers start();

    /** A client of them. */
    protected abstract Client connect(RedisServers servers);

    @BeforeAll
    void begin() {
        servers = start();
        client = connect(servers);
    }

    @AfterAll
    void end() throws Exception {
        client.close();
        servers.close();
    }

    private RedisScripts scripts() {
        return client.scripts();
    }

    private List<String> key() {
        return List.of("contract:" + ++keys);
    }

    @Test
    void answersWholeNumbers() {
        assertThat(scripts()
                        .call(
                                RedisScript.of("return {0, -1, 9007199254740992, tonumber(ARGV[1]), #KEYS}"),
                                key(),
                                List.of("7")))
                .containsExactly(0L, -1L, 1L << 53, 7L, 1L);
        assertThat(scripts().call(RedisScript.of("return {}"), key(), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "\"quoted\\\"", "two\r\nlines", "\0", "Zoë 鎖 🔑", "\u0080\u00ff", "$5\r\n*1"})
    void givesKeysAndArgumentsAsTheyAre(String text) {
        RedisScript bytes = RedisScript.of("""
                local sum = 0
                for i = 1, #ARGV[1] do sum = sum * 31 % 1000003 + string.byte(ARGV[1], i) end
                return {#ARGV[1], sum, KEYS[1] == '{k}' .. ARGV[1] and 1 or 0, KEYS[2] == '{k}' and 1 or 0, #ARGV}
                """);
        long sum = 0;
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (byte one : utf8) {
            sum = sum * 31 % 1_000_003 + (one & 0xff);
        }

        assertThat(scripts().call(bytes, List.of("{k}" + text, "{k}"), List.of(text, "last")))
                .containsExactly((long) utf8.length, sum, 1L, 1L, 2L);
    }

    @Test
    void carriesOutOnceWhatTheServerHasNotSeenOrForgot() {
        List<String> key = key();

        servers.askAll("SCRIPT FLUSH");
        assertThat(scripts().call(COUNT, key, List.of())).containsExactly(1L);
        assertThat(scripts().call(COUNT, key, List.of())).containsExactly(2L);
        servers.askAll("SCRIPT FLUSH");
        assertThat(scripts().callAsync(COUNT, key, List.of()).toCompletableFuture().join())
                .containsExactly(3L);
        assertThat(scripts().callAsync(COUNT, key, List.of()).toCompletableFuture().join())
                .containsExactly(4L);
    }

    @Test
    void sendsAScriptThatTheServerKnowsByItsDigestAlone() {
        RedisScript known = RedisScript.of("return {" + "1".repeat(9) + "}");
        scripts().call(known, key(), List.of());
        RedisScript onlyItsDigest = new RedisScript("not Lua", known.digest());

        assertThat(scripts().call(onlyItsDigest, List.of("contract:" + keys), List.of()))
                .containsExactly(111_111_111L);
    }

    @Test
    void failsWithoutWhatTheServerSaid() {
        RedisScript failing = RedisScript.of("return redis.error_reply('ERR about ' .. KEYS[1])");
        List<String> secret = List.of("secret:ada@x.com");

        assertThatThrownBy(() -> scripts().call(failing, secret, List.of()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("Redis did not answer")
                .hasMessageNotContaining("ada")
                .hasNoCause();
        assertThatThrownBy(() ->
                        scripts().callAsync(failing, secret, List.of()).toCompletableFuture().join())
                .isInstanceOf(CompletionException.class);
        assertThatThrownBy(() -> scripts().within(Duration.ofMinutes(1)).call(failing, secret, List.of()))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("ada")
                .hasNoCause();
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        List<String> key = key();
        Callable<List<Long>> calls = () -> {
            List<Long> counted = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                counted.addAll(scripts().call(COUNT, key, List.of()));
            }
            return counted;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Long> counted = new ArrayList<>();
            for (Future<List<Long>> one : threads.invokeAll(Collections.nCopies(8, calls))) {
                counted.addAll(one.get());
            }
            assertThat(counted)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 800).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void givesUpWhereTheServerSaysNothing() throws Exception {
        try (RedisServers silent = start();
                Client own = connect(silent)) {
            own.scripts().call(COUNT, key(), List.of());
            silent.askAll("CLIENT PAUSE 60000");

            assertThatThrownBy(() -> own.scripts().within(Duration.ofMillis(50)).call(COUNT, key(), List.of()))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("Redis did not answer within 50 ms");
        }
    }

    @Test
    void failsWhereTheServerIsGone() throws Exception {
        RedisServers gone = start();
        try (Client own = connect(gone)) {
            own.scripts().call(COUNT, key(), List.of());
            gone.close();

            assertThatThrownBy(() -> own.scripts().call(COUNT, key(), List.of()))
                    .isInstanceOf(UnavailableException.class)
                    .hasNoCause();
            assertThatThrownBy(() -> own.scripts()
                            .within(Duration.ofMinutes(1))
                            .callAsync(COUNT, key(), List.of())
                            .toCompletableFuture()
                            .join())
                    .hasCauseInstanceOf(UnavailableException.class);
        }
    }
}
