package dev.hauberk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-1")
class GuardedScriptsTest {
    private static final RedisScript SCRIPT = RedisScript.of("return {1}");
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong time = new AtomicLong();
    private volatile CompletionStage<List<Long>> answer = CompletableFuture.completedStage(List.of(1L));
    private final RedisScripts guarded = new GuardedScripts(
            (script, keys, arguments) -> {
                asked.incrementAndGet();
                return answer;
            },
            Duration.ofMillis(20),
            time::get);

    @Test
    void answersWhatRedisAnswers() {
        assertThat(call()).containsExactly(1L);
        assertThat(guarded.callAsync(SCRIPT, List.of("k"), List.of())
                        .toCompletableFuture()
                        .join())
                .containsExactly(1L);
        assertThat(guarded.down()).isZero();
    }

    @Test
    void failsInTimeWhereNobodyAnswersAndSoonAsksNoMore() {
        for (int i = 0; i < 10; i++) {
            answer = new CompletableFuture<>();
            assertThatThrownBy(this::call)
                    .isInstanceOf(UnavailableException.class)
                    .hasNoCause();
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void failsWithoutTellingWhatTheServerSaid() {
        answer = CompletableFuture.failedStage(new IllegalStateException("ada@acme.example"));
        assertThatThrownBy(this::call)
                .isInstanceOf(UnavailableException.class)
                .hasNoCause()
                .hasMessageNotContaining("ada");
        assertThatThrownBy(() -> guarded.callAsync(SCRIPT, List.of("k"), List.of())
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("ada");
    }

    @Test
    void failsWhereTheClientGivesUp() {
        CompletableFuture<List<Long>> given = new CompletableFuture<>();
        given.cancel(false);
        answer = given;
        assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
    }

    @Test
    void asksAgainAfterASecondAndCountsHowLongItWasDown() {
        answer = CompletableFuture.failedStage(new IllegalStateException());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
        }
        time.addAndGet(PAUSE - 1);
        answer = CompletableFuture.completedStage(List.of(1L));
        assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
        assertThat(guarded.down()).isEqualTo(Duration.ofNanos(PAUSE - 1));
        time.addAndGet(1);
        assertThat(call()).containsExactly(1L);
        time.addAndGet(PAUSE);
        assertThat(guarded.down()).isEqualTo(Duration.ofNanos(PAUSE));
        assertThat(asked).hasValue(4);
    }

    @Test
    void asksAgainHoweverOftenItWasNotAskedMeanwhile() {
        answer = CompletableFuture.failedStage(new IllegalStateException());
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
        }
        answer = CompletableFuture.completedStage(List.of(1L));
        for (int tenth = 0; tenth < 9; tenth++) {
            time.addAndGet(PAUSE / 10);
            assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
            assertThat(guarded.callAsync(SCRIPT, List.of("k"), List.of()).toCompletableFuture())
                    .isCompletedExceptionally();
        }
        assertThat(asked).hasValue(3);
        time.addAndGet(PAUSE / 10 + 1);
        assertThat(call()).containsExactly(1L);
    }

    @Test
    void takesAClientThatSaysItselfThatNobodyAnswersForOneThatFailed() {
        answer = CompletableFuture.failedStage(new UnavailableException("the client's own"));
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void failsWhereItsThreadIsInterruptedAndLeavesItSo() {
        answer = new CompletableFuture<>();
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::call).isInstanceOf(UnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void failsLaterForWhoeverDoesNotWait() {
        answer = new CompletableFuture<>();
        assertThatThrownBy(() -> guarded.callAsync(SCRIPT, List.of("k"), List.of())
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(UnavailableException.class);
    }

    private List<Long> call() {
        return guarded.call(SCRIPT, List.of("k"), List.of());
    }
}
