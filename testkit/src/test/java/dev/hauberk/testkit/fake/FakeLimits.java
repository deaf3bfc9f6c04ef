package dev.hauberk.testkit.fake;

import dev.hauberk.policy.Limit;
import java.util.HashMap;
import java.util.Map;

/** Buckets, each of a limit and a key. One lock guards all. */
final class FakeLimits {
    private final Map<String, double[]> buckets = new HashMap<>();
    private final Map<String, Boolean> noticed = new HashMap<>();
    private final FakeApplication application;

    FakeLimits(FakeApplication application) {
        this.application = application;
    }

    /** What is left after taking one; negative where there was none. */
    synchronized long take(String name, Limit limit, String key) {
        long most = limit.rate().count()
                * (application.has(Flaw.LIMIT_DOUBLED) ? 2 : 1)
                / (application.has(Flaw.LIMIT_HALVED) ? 2 : 1);
        double now = System.nanoTime() / 1e9;
        double[] bucket = buckets.computeIfAbsent(bucket(name, key), k -> new double[] {most, now});
        double rate = (double) limit.rate().count() / limit.rate().per().toSeconds();
        bucket[0] = Math.min(most, bucket[0] + (now - bucket[1]) * rate);
        bucket[1] = now;
        if (bucket[0] < 1) {
            return -1;
        }
        bucket[0]--;
        boolean near = most - bucket[0] >= Math.ceil(most * 0.8);
        boolean silent = application.has(Flaw.NO_NOTICE_OF_USERS) && limit.per() == Limit.Scope.USER;
        if (near
                && !silent
                && (noticed.putIfAbsent(name + " " + key, true) == null
                        || application.has(Flaw.NOTICES_EACH_REQUEST))) {
            String who = application.has(Flaw.NOTICES_NAME_USERS) ? key : "k" + Integer.toHexString(key.hashCode());
            application.log().add("80 % of the limit " + name + " are used by " + who);
        }
        return (long) bucket[0];
    }

    private String bucket(String name, String key) {
        return (application.has(Flaw.ONE_BUCKET_FOR_ALL_LIMITS) ? "" : name) + " " + key;
    }
}
