package dev.hauberk.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-1")
class BreakerTest {
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    // Where nanoTime may stand: it may be negative, and overflow.
    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(1), time::get);

    @Test
    void opensAtTheThirdFailureInARow() {
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.failed()).isTrue();
        assertThat(breaker.allows()).isFalse();
        assertThat(breaker.failed()).isFalse();
    }

    @Test
    void letsOneAskAfterThePauseAndNobodyElse() {
        open();
        time.addAndGet(PAUSE - 1);
        assertThat(breaker.allows()).isFalse();
        time.addAndGet(1);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).isFalse();
    }

    @Test
    void closesWhereTheOneWhoAskedHadAnAnswer() {
        open();
        time.addAndGet(PAUSE);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.failed()).isFalse();
    }

    @Test
    void staysOpenWhereTheOneWhoAskedHadNone() {
        open();
        time.addAndGet(PAUSE);
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.failed()).isFalse();
        time.addAndGet(PAUSE - 1);
        assertThat(breaker.allows()).isFalse();
        time.addAndGet(1);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void letsAnotherAskWhereTheOneWhoAskedNeverSaysHowItWent() {
        open();
        time.addAndGet(PAUSE);
        assertThat(breaker.allows()).isTrue();
        time.addAndGet(PAUSE);
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void letsOneOf64ThreadsAsk() throws Exception {
        open();
        time.addAndGet(PAUSE);
        CyclicBarrier start = new CyclicBarrier(64);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                asked.add(threads.submit(() -> {
                    start.await();
                    return breaker.allows();
                }));
            }
            int allowed = 0;
            for (Future<Boolean> one : asked) {
                allowed += one.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    private void open() {
        breaker.failed();
        breaker.failed();
        breaker.failed();
    }
}
