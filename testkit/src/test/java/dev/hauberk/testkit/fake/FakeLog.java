package dev.hauberk.testkit.fake;

import dev.hauberk.testkit.wire.Json;
import java.util.ArrayList;
import java.util.List;

/** What was logged. Thread-safe. */
final class FakeLog {
    private final List<String> lines = new ArrayList<>();
    private final FakeApplication application;

    FakeLog(FakeApplication application) {
        this.application = application;
    }

    synchronized void add(String line) {
        lines.add(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    void request(FakeRequest request, int status) {
        String path = application.has(Flaw.LOGS_QUERIES) ? request.target() : masked(request.path());
        String agent = request.header("User-Agent").orElse("");
        if (application.has(Flaw.LOGS_UNESCAPED)) {
            add("{\"path\":" + Json.quote(path) + ",\"agent\":\"" + agent + "\",\"status\":" + status + "}");
        } else {
            add("{\"path\":" + Json.quote(path) + ",\"status\":" + status + "}");
        }
        if (application.has(Flaw.LOGS_LINES)) {
            add(agent);
        }
        if (application.has(Flaw.LOGS_BODIES)) {
            add(Json.quote(request.body().text()));
        }
    }

    private static String masked(String path) {
        return path.replaceAll("[^/]*(@|%40|%2540)[^/]*", "***");
    }
}
