package dev.hauberk.servlet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests of several callers and of nobody, mixed on a container's threads: each is its own caller's, and none stays. */
@Tag("RBAC-5")
class MixedCallersTest {
    private static final int THREADS = 8;
    private static final int EACH = 120;
    private static final SecurityPolicy POLICY = Policies.replacing("1000 per 1m", "100000 per 1m");

    private record Asked(String path, int status) {}

    private static final List<Asked> OF_SOMEBODY = List.of(
            new Asked("/api/notes", 200),
            new Asked("/api/open", 200),
            new Asked("/api/notes?async=1", 200),
            new Asked("/api/open?forward=/api/notes", 200),
            new Asked("/api/notes?throw=1", 500),
            new Asked("/api/nothing", 403));
    private static final List<Asked> OF_NOBODY =
            List.of(new Asked("/api/open", 200), new Asked("/api/notes", 401), new Asked("/api/open?throw=1", 500));

    @ParameterizedTest
    @EnumSource(Container.class)
    void knowsEachByItselfAndLeavesNobodyBehind(Container container) throws Exception {
        try (App app = App.start(container, POLICY)) {
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String user = List.of("ada", "rea", "nobody").get(thread % 3);
                tasks.add(() -> wrongs(app, user));
            }
            List<String> wrongs = new ArrayList<>();
            try {
                for (Future<List<String>> done : pool.invokeAll(tasks)) {
                    wrongs.addAll(done.get());
                }
            } finally {
                pool.shutdownNow();
            }
            assertThat(wrongs).isEmpty();
            assertThat(app.leftOver()).isEmpty();
        }
    }

    private static List<String> wrongs(App app, String user) {
        boolean known = !user.equals("nobody");
        Client client = known ? app.signedIn(user) : app.client();
        List<Asked> all = known ? OF_SOMEBODY : OF_NOBODY;
        String seen = "by " + (known ? user : "null") + " as " + user + " ";
        List<String> wrongs = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            Asked asked = all.get(i % all.size());
            Reply reply = client.get(asked.path());
            if (reply.status() != asked.status()
                    || asked.status() == 200 && !reply.text().contains(seen)) {
                wrongs.add(user + " " + asked + ": " + reply.status() + " " + reply.text());
            }
        }
        return wrongs;
    }
}
