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
        long most = limit.rate().count() * (application.has(Flaw.LIMIT_DOUBLED) ? 2 : 1);
        double now = System.nanoTime() / 1e9;
        double[] bucket = buckets.computeIfAbsent(name + " " + key, k -> new double[] {most, now});
        double rate = (double) limit.rate().count() / limit.rate().per().toSeconds();
        bucket[0] = Math.min(most, bucket[0] + (now - bucket[1]) * rate);
        bucket[1] = now;
        if (bucket[0] < 1) {
            return -1;
        }
        bucket[0]--;
        boolean near = most - bucket[0] >= Math.ceil(most * 0.8);
        if (near
                && (noticed.putIfAbsent(name + " " + key, true) == null
                        || application.has(Flaw.NOTICES_EACH_REQUEST))) {
            application.log().add("80 % of the limit " + name + " are used by k" + Integer.toHexString(key.hashCode()));
        }
        return (long) bucket[0];
    }
}
