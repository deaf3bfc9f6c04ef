package dev.hauberk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-1")
class BlockingScriptsTest {
    private static final RedisScript SCRIPT = RedisScript.of("return {1}");

    private final List<String> sent = new ArrayList<>();

    @Test
    void sendsTheSourceOnlyWhereTheDigestIsNotKnown() {
        RedisScripts knows = BlockingScripts.of(client(() -> List.of(1L)), Runnable::run);
        RedisScripts knowsNot = BlockingScripts.of(
                client(() -> {
                    throw new BlockingScripts.UnknownScriptException();
                }),
                Runnable::run);

        assertThat(knows.call(SCRIPT, List.of("k"), List.of())).containsExactly(1L);
        assertThat(sent).containsExactly(SCRIPT.digest());
        sent.clear();
        assertThat(knowsNot.call(SCRIPT, List.of("k"), List.of())).containsExactly(2L);
        assertThat(sent).containsExactly(SCRIPT.digest(), SCRIPT.source());
    }

    @Test
    void doesNotRepeatWhatMayHaveBeenCarriedOut() {
        RedisScripts fails = BlockingScripts.of(
                client(() -> {
                    throw new IllegalStateException("secret");
                }),
                Runnable::run);

        assertThatThrownBy(() -> fails.call(SCRIPT, List.of("k"), List.of()))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("Redis did not answer: IllegalStateException")
                .hasNoCause();
        assertThat(sent).containsExactly(SCRIPT.digest());
    }

    @Test
    void takesAThreadThatIsRefusedForARedisThatDoesNotAnswer() {
        RedisScripts full = BlockingScripts.of(client(() -> List.of(1L)), task -> {
            throw new RejectedExecutionException("full");
        });

        assertThat(full.callAsync(SCRIPT, List.of("k"), List.of()).toCompletableFuture())
                .isCompletedExceptionally();
        assertThatThrownBy(() -> full.within(Duration.ofSeconds(1)).call(SCRIPT, List.of("k"), List.of()))
                .isInstanceOf(UnavailableException.class);
        assertThat(full.call(SCRIPT, List.of("k"), List.of()))
                .as("the caller's own thread waits")
                .containsExactly(1L);
    }

    @Test
    void refusesWhoeverWouldWaitBehindAThousand() throws InterruptedException {
        ExecutorService waiters = BlockingScripts.waiters(1);
        CountDownLatch held = new CountDownLatch(1);
        try {
            RedisScripts scripts = BlockingScripts.of(
                    client(() -> {
                        awaitUninterrupted(held);
                        return List.of(1L);
                    }),
                    waiters);
            List<CompletionStage<List<Long>>> stages = new ArrayList<>();
            for (int i = 0; i < 1_001; i++) {
                stages.add(scripts.callAsync(SCRIPT, List.of("k"), List.of()));
            }
            assertThat(scripts.callAsync(SCRIPT, List.of("k"), List.of()).toCompletableFuture())
                    .isCompletedExceptionally();

            held.countDown();
            for (CompletionStage<List<Long>> stage : stages) {
                assertThat(stage.toCompletableFuture().join()).containsExactly(1L);
            }
        } finally {
            waiters.shutdownNow();
        }
    }

    private BlockingScripts.Client client(Supplier<List<Long>> byDigest) {
        return new BlockingScripts.Client() {
            @Override
            public List<Long> evalsha(String digest, List<String> keys, List<String> arguments) {
                sent.add(digest);
                return byDigest.get();
            }

            @Override
            public List<Long> eval(String source, List<String> keys, List<String> arguments) {
                sent.add(source);
                return List.of(2L);
            }
        };
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
