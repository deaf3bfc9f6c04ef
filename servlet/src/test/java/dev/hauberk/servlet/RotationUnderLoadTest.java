package dev.hauberk.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Events;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.ReloadingKeyRing;
import dev.hauberk.key.ReloadingKeyRing.Reading;
import dev.hauberk.key.SecretSource;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-3 a3: the keys are replaced again and again under load, and no request fails. */
@Tag("DATA-3")
class RotationUnderLoadTest {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 60;

    private final AtomicReference<String> secret = new AtomicReference<>(keys(1));
    private final AtomicInteger answered = new AtomicInteger();

    @Test
    void failsNoRequestWhileTheKeysAreReplaced() throws Exception {
        ReloadingKeyRing ring = ReloadingKeyRing.of(
                () -> KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", secret.get()))),
                new Events(),
                InstantSource.system());
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        try (App app = App.start(Container.TOMCAT, Policies.bodies(), ring)) {
            List<Future<List<Integer>>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String user = i % 2 == 0 ? "ada" : "rea";
                clients.add(pool.submit(() -> statuses(app, user)));
            }
            int newest = 1;
            while (!clients.stream().allMatch(Future::isDone)) {
                newest++;
                rotate(ring, newest);
                int before = answered.get();
                while (answered.get() < before + CLIENTS && !clients.stream().allMatch(Future::isDone)) {
                    Thread.yield();
                }
            }

            for (Future<List<Integer>> client : clients) {
                assertThat(client.get()).hasSize(2 * ROUNDS).containsOnly(200);
            }
            assertThat(newest).isGreaterThan(10);
        } finally {
            pool.shutdown();
        }
    }

    private List<Integer> statuses(App app, String user) {
        Client client = app.signedIn(user);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            statuses.add(client.get("/api/notes").status());
            String token = client.token("refreshToken");
            statuses.add(client.send("POST", "/auth/refresh", "{\"refreshToken\":\"" + token + "\"}")
                    .status());
            answered.incrementAndGet();
        }
        return statuses;
    }

    /** The new key opens first, a reading that is refused comes between, and then it is preferred. */
    private void rotate(ReloadingKeyRing ring, int newest) {
        secret.set(keys(newest - 1) + "," + HauberkKeysTest.key("k" + newest, newest));
        assertThat(ring.reload()).isEqualTo(Reading.CHANGED);
        secret.set("changeme");
        assertThat(ring.reload()).isEqualTo(Reading.REFUSED);
        secret.set(keys(newest));
        assertThat(ring.reload()).isEqualTo(Reading.CHANGED);
    }

    private static String keys(int newest) {
        return IntStream.iterate(newest, i -> i > 0, i -> i - 1)
                .mapToObj(i -> HauberkKeysTest.key("k" + i, i))
                .collect(Collectors.joining(","));
    }
}
