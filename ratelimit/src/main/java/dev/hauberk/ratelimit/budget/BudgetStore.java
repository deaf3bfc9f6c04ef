package dev.hauberk.ratelimit.budget;

import dev.hauberk.UnavailableException;
import dev.hauberk.policy.Money;
import java.time.Duration;
import java.util.Optional;

/** Keeps what is spent and held of one budget, by whose it is. Each method is one atomic step. Thread-safe. */
interface BudgetStore {
    /**
     * Holds an amount, or leaves all as it is.
     *
     * @param who whose budget
     * @throws UnavailableException where it does not answer
     */
    Room reserve(String who, Demand demand);

    /**
     * Ends what a run holds.
     *
     * @param cost what it has cost; empty where it is released
     */
    Ending end(String who, String id, Optional<Money> cost, Bounds bounds);

    /**
     * What may be spent.
     *
     * @param tool on one tool
     * @param total on all of them
     */
    record Bounds(Money tool, Optional<Money> total) {}

    /**
     * What a run asks for.
     *
     * @param id the run
     * @param always whether it is held even where there is no room
     */
    record Demand(String id, String tool, Money amount, Bounds bounds, boolean always) {}

    /**
     * Whether there was room.
     *
     * @param limit which bound decided
     * @param spent how much of it was spent before
     * @param held how much of it was held before
     * @param turnsIn when the next window begins
     */
    record Room(boolean granted, Money limit, Money spent, Money held, Duration turnsIn) {}

    /**
     * How a run ended.
     *
     * @param near whether it has brought what is spent of a bound to 80 %
     */
    record Ending(Budgets.Settlement settlement, boolean near) {}
}
