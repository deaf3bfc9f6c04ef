package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.BudgetSpan.Window;
import dev.hauberk.policy.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A ledger for each user or tenant. All have the same window, so that all are forgotten at once when it turns. */
final class MemoryBudget implements BudgetStore {
    private record Turn(Span span, Map<String, Ledger> ledgers) {}

    private final Window window;
    private final Duration expires;
    private final InstantSource clock;
    private final AtomicReference<Turn> current;

    MemoryBudget(Window window, Duration expires, InstantSource clock) {
        this.window = window;
        this.expires = expires;
        this.clock = clock;
        this.current = new AtomicReference<>(begun(clock.instant()));
    }

    @Override
    public Room reserve(String who, Demand demand) {
        Instant now = clock.instant();
        Turn turn = at(now);
        return turn.ledgers
                .computeIfAbsent(who, name -> new Ledger())
                .reserve(
                        demand,
                        now.toEpochMilli(),
                        now.plus(expires).toEpochMilli(),
                        Duration.between(now, turn.span.until()));
    }

    @Override
    public Ending end(String who, String id, Optional<Money> cost, Bounds bounds) {
        Instant now = clock.instant();
        return at(now).ledgers.computeIfAbsent(who, name -> new Ledger()).end(id, cost, bounds, now.toEpochMilli());
    }

    /** One window for all, so that none spends by itself. A clock that is set back begins none anew. */
    private Turn at(Instant now) {
        return current.updateAndGet(turn -> now.isBefore(turn.span.until()) ? turn : begun(now));
    }

    private Turn begun(Instant now) {
        return new Turn(Span.of(window, now), new ConcurrentHashMap<>());
    }
}
