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
        HashingGate gate = new HashingGate(3, 100, 100, LONG);
        AtomicInteger working = new AtomicInteger();
        List<Future<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            seen.add(threads.submit(() -> gate.pass(0, () -> {
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
        HashingGate gate = new HashingGate(1, 100, 0, LONG);
        Future<String> first = occupy(gate);
        assertThatExceptionOfType(HashingOverloadedException.class)
                .isThrownBy(() -> gate.pass(0, () -> "second"))
                .withMessageContaining("too many");
        release.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("first");
        assertThat(gate.pass(0, () -> "third")).isEqualTo("third");
    }

    @Test
    void refusesWhereTheTurnDoesNotComeInTime() throws Exception {
        HashingGate gate = new HashingGate(1, 100, 1, Duration.ZERO);
        occupy(gate);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(HashingOverloadedException.class)
                    .isThrownBy(() -> gate.pass(0, () -> "second"))
                    .withMessageContaining("no turn");
        }
    }

    @Test
    void staysInterruptedWhereAThreadIsInterruptedWhileItWaits() throws Exception {
        HashingGate gate = new HashingGate(1, 100, 1, LONG);
        occupy(gate);
        Future<Boolean> waiting = threads.submit(() -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(HashingOverloadedException.class).isThrownBy(() -> gate.pass(0, () -> "second"));
            return Thread.currentThread().isInterrupted();
        });
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void letsTheNextOneInWhereTheWorkFails() {
        HashingGate gate = new HashingGate(1, 100, 0, Duration.ZERO);
        assertThatIllegalStateException()
                .isThrownBy(() -> gate.pass(0, () -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(gate.<String>pass(0, () -> "next")).isEqualTo("next");
    }

    @Test
    void letsNoMoreMemoryBeTakenAtOnceThanThereIs() throws Exception {
        HashingGate gate = new HashingGate(3, 100, 100, LONG);
        AtomicInteger taken = new AtomicInteger();
        List<Future<Integer>> seen = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            seen.add(threads.submit(() -> gate.pass(40, () -> {
                int now = taken.addAndGet(40);
                Thread.yield();
                taken.addAndGet(-40);
                return now;
            })));
        }
        for (Future<Integer> one : seen) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isBetween(40, 80);
        }
    }

    @Test
    void refusesWhereTheMemoryDoesNotComeInTimeAndGivesTheTurnBack() throws Exception {
        HashingGate gate = new HashingGate(2, 100, 1, Duration.ZERO);
        Future<String> first = occupy(gate, 61);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(HashingOverloadedException.class)
                    .isThrownBy(() -> gate.pass(40, () -> "too much"))
                    .withMessageContaining("no turn");
        }
        assertThat(gate.pass(39, () -> "small")).isEqualTo("small");
        release.countDown();
        assertThat(first.get(1, TimeUnit.MINUTES)).isEqualTo("first");
        assertThat(gate.pass(100, () -> "all")).isEqualTo("all");
    }

    @Test
    void givesHashesOfThisMachineAQuarterOfTheHeap() {
        long quarter = Runtime.getRuntime().maxMemory() / 4 >> 20;
        assertThat(HashingGate.forThisMachine().mebibytes()).isEqualTo((int) quarter);
    }

    private Future<String> occupy(HashingGate gate) throws InterruptedException {
        return occupy(gate, 0);
    }

    private Future<String> occupy(HashingGate gate, int mebibytes) throws InterruptedException {
        Future<String> first = threads.submit(() -> gate.pass(mebibytes, () -> {
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
