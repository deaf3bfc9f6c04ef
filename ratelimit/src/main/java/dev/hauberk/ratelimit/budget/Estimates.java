package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.Money;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a run of each tool may cost, learnt from those before: the dearest of the last 512 to 1,024, exactly, in two numbers. A run that cost
 * nothing teaches nothing. Thread-safe.
 */
final class Estimates {
    private static final int RUNS = 512;

    /**
     * @param before the dearest of 512 runs; nothing before so many
     * @param since the dearest since then
     * @param runs how many these are
     */
    private record Seen(Money before, Money since, int runs) {
        Seen and(Money cost) {
            Money dearest = max(since, cost);
            return runs + 1 < RUNS ? new Seen(before, dearest, runs + 1) : new Seen(dearest, Money.ZERO, 0);
        }
    }

    private final Map<String, Seen> tools = new ConcurrentHashMap<>();

    void learn(String tool, Money cost) {
        if (!cost.equals(Money.ZERO)) {
            tools.compute(tool, (name, seen) -> (seen == null ? new Seen(Money.ZERO, Money.ZERO, 0) : seen).and(cost));
        }
    }

    /** Empty before anything is learnt. */
    Optional<Money> of(String tool) {
        return Optional.ofNullable(tools.get(tool)).map(seen -> max(seen.before, seen.since));
    }

    private static Money max(Money one, Money other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
