package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUTHN-2")
class HashingGateTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        threads.shutdownNow();
    }

    @Test
    void letsNoMoreThanSoManyWorkAtOnce() throws Exception {
        HashingGate gate = new HashingGate(3, 100, LONG);
        AtomicInteger working = new AtomicInteger();
        List<Future<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            seen.add(threads.submit(() -> gate.pass(() -> {
                int now = working.incrementAndGet();
                Thread.yield();
                working.decrementAndGet();
                return now;
            })));
        }
        for (Future<Integer> one : seen) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isBetween(1, 3);
        }
    }

    @Test
    void refusesAtOnceWhereTooManyWait() throws Exception {
        HashingGate gate = new HashingGate(1, 0, LONG);
        Future<String> first = occupy(gate);
        assertThatExceptionOfType(HashingOverloadedException.class)
                .isThrownBy(() -> gate.pass(() -> "second"))
                .withMessageContaining("too many");
        release.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("first");
        assertThat(gate.pass(() -> "third")).isEqualTo("third");
    }

    @Test
    void refusesWhereTheTurnDoesNotComeInTime() throws Exception {
        HashingGate gate = new HashingGate(1, 1, Duration.ZERO);
        occupy(gate);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(HashingOverloadedException.class)
                    .isThrownBy(() -> gate.pass(() -> "second"))
                    .withMessageContaining("no turn");
        }
    }

    @Test
    void staysInterruptedWhereAThreadIsInterruptedWhileItWaits() throws Exception {
        HashingGate gate = new HashingGate(1, 1, LONG);
        occupy(gate);
        Future<Boolean> waiting = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(HashingOverloadedException.class).isThrownBy(() -> gate.pass(() -> "second"));
            return Thread.currentThread().isInterrupted();
        });
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void letsTheNextOneInWhereTheWorkFails() {
        HashingGate gate = new HashingGate(1, 0, Duration.ZERO);
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.pass(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(gate.<String>pass(() -> "next")).isEqualTo("next");
    }

    private Future<String> occupy(HashingGate gate) throws InterruptedException {
        Future<String> first = threads.submit(() -> gate.pass(() -> {
            entered.countDown();
            awaitRelease();
            return "first";
        }));
        assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();
        return first;
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
