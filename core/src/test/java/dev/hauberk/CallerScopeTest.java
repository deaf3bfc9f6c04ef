package dev.hauberk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RBAC-4")
class CallerScopeTest {
    private final CallerScope scope = new CallerScope();

    @Test
    void hasNobodyUntilItIsOpened() {
        assertThat(scope.current()).isEmpty();
        assertThatThrownBy(() -> scope.wrap(() -> 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesNothingBehindEvenWhereTheWorkFails() {
        assertThatThrownBy(() -> {
                    try (CallerScope.Opened opened = scope.open(caller("ada"))) {
                        assertThat(opened).isNotNull();
                        throw new IllegalStateException("work");
                    }
                })
                .hasMessage("work");

        assertThat(scope.current()).isEmpty();
    }

    @Test
    void restoresTheCallerFromBefore() {
        try (CallerScope.Opened outer = scope.open(caller("ada"))) {
            try (CallerScope.Opened inner = scope.open(caller("eve"))) {
                assertThat(scope.current()).contains(caller("eve"));
                assertThat(inner).isNotSameAs(outer);
            }
            assertThat(scope.current()).contains(caller("ada"));
        }
        assertThat(scope.current()).isEmpty();
    }

    @Test
    void isNotSeenByAnotherScope() {
        try (CallerScope.Opened opened = scope.open(caller("ada"))) {
            assertThat(opened).isNotNull();
            assertThat(new CallerScope().current()).isEmpty();
        }
    }

    @Test
    void isNotInheritedByAThreadThatIsStarted() throws Exception {
        List<Optional<Caller>> seen = new ArrayList<>();
        try (CallerScope.Opened opened = scope.open(caller("ada"))) {
            assertThat(opened).isNotNull();
            Thread thread = new Thread(() -> seen.add(scope.current()));
            thread.start();
            thread.join();
        }

        assertThat(seen).containsExactly(Optional.empty());
    }

    @Test
    void takesTheCallerAlongOnPooledThreadsAndLeavesNoneThere() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            takesAlong(pool);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void takesTheCallerAlongOnVirtualThreads() throws Exception {
        Optional<Method> factory = Arrays.stream(Executors.class.getMethods())
                .filter(method -> method.getName().equals("newVirtualThreadPerTaskExecutor"))
                .findFirst();
        assumeTrue(factory.isPresent(), "skipped: this JDK has no virtual threads");
        ExecutorService pool = (ExecutorService) factory.orElseThrow().invoke(null);
        try {
            takesAlong(pool);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Some work for somebody, some for nobody, some for one within another, some fails, and some goes on on another thread. */
    @Test
    @Tag("RBAC-5")
    void mixesNobodyUpInAHundredThousandTasksOnEightThreads() throws Exception {
        Queue<String> wrongs = new ConcurrentLinkedQueue<>();
        Queue<Future<?>> handedOn = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> tasks = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                int number = i;
                tasks.add(Executors.callable(() -> work(number, wrongs, pool, handedOn)));
            }
            for (Future<Object> done : pool.invokeAll(tasks)) {
                done.get();
            }
            assertThat(handedOn).hasSize(25_000);
            for (Future<?> done : handedOn) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(wrongs).isEmpty();
    }

    private void work(int number, Queue<String> wrongs, ExecutorService pool, Queue<Future<?>> handedOn) {
        check(wrongs, "before task " + number, Optional.empty());
        if (number % 4 != 0) {
            Optional<Caller> own = Optional.of(caller("user-" + number));
            try (CallerScope.Opened opened = scope.open(own.get())) {
                assertThat(opened).isNotNull();
                check(wrongs, "in task " + number, own);
                if (number % 4 == 1) {
                    within(number, wrongs);
                } else if (number % 4 == 2) {
                    handedOn.add(pool.submit(
                            scope.wrap(Executors.callable(() -> check(wrongs, "handed on by " + number, own)))));
                } else {
                    throw new IllegalStateException("work");
                }
                check(wrongs, "still in task " + number, own);
            } catch (IllegalStateException e) {
                check(wrongs, "after task " + number + " failed", Optional.empty());
            }
        }
        check(wrongs, "after task " + number, Optional.empty());
    }

    private void within(int number, Queue<String> wrongs) {
        Caller other = caller("other-" + number);
        try (CallerScope.Opened opened = scope.open(other)) {
            assertThat(opened).isNotNull();
            check(wrongs, "within task " + number, Optional.of(other));
        }
    }

    private void check(Queue<String> wrongs, String when, Optional<Caller> expected) {
        Optional<Caller> current = scope.current();
        if (!current.equals(expected)) {
            wrongs.add(when + ": " + current.flatMap(Caller::user));
        }
    }

    private void takesAlong(ExecutorService pool) throws Exception {
        List<Callable<Optional<Caller>>> wrapped = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            try (CallerScope.Opened opened = scope.open(caller("user-" + i))) {
                assertThat(opened).isNotNull();
                wrapped.add(scope.wrap(scope::current));
            }
        }
        List<Future<Optional<Caller>>> withCaller = pool.invokeAll(wrapped);
        List<Future<Optional<Caller>>> without = pool.invokeAll(Collections.nCopies(100, scope::current));
        for (int i = 0; i < 100; i++) {
            assertThat(withCaller.get(i).get()).contains(caller("user-" + i));
            assertThat(without.get(i).get()).isEmpty();
        }
    }

    private static Caller caller(String user) {
        return new Caller(
                Optional.of(user),
                Optional.of(new Tenant("acme")),
                Set.of("user"),
                Map.of(),
                new Credential.Session("s"),
                ClientAddress.ofBytes(new byte[] {127, 0, 0, 1}));
    }
}
