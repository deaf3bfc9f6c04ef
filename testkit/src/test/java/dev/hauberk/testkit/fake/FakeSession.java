package dev.hauberk.testkit.fake;

import java.util.HashSet;
import java.util.Set;

/** A session of the server. Guarded by the sessions that hold it. */
final class FakeSession {
    final String id;
    final String user;
    final Set<String> used = new HashSet<>();
    String refresh;
    long usedAt;

    FakeSession(String id, String user, String refresh, long usedAt) {
        this.id = id;
        this.user = user;
        this.refresh = refresh;
        this.usedAt = usedAt;
    }
}
