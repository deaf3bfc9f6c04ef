package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.BudgetStore.Bounds;
import dev.hauberk.ratelimit.budget.BudgetStore.Demand;
import dev.hauberk.ratelimit.budget.BudgetStore.Ending;
import dev.hauberk.ratelimit.budget.BudgetStore.Room;
import dev.hauberk.ratelimit.budget.Budgets.Settlement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What one user or tenant has spent and holds in one window. Thread-safe, by a lock that is held for some microseconds. */
final class Ledger {
    /** Above any sum of two amounts: what is spent stands still there, and is denied long before. */
    private static final long FULL = 1L << 52;

    private record Run(String id, String tool, long amount, long until) {}

    private final Map<String, Account> tools = new HashMap<>();
    private final Account all = new Account();
    /** Every run that was not ended, whether or not it still holds something. */
    private final Map<String, Run> runs = new HashMap<>();

    private final PriorityQueue<Run> holding = new PriorityQueue<>(Comparator.comparingLong(Run::until));

    private static final class Account {
        long spent;
        long held;

        boolean hasRoom(Money bound) {
            return spent + held < bound.micros();
        }

        /** @return whether 80 % are reached by it */
        boolean spend(long cost, Money bound) {
            long before = spent;
            spent = Math.min(FULL, before + cost);
            long enough = bound.micros() - bound.micros() / 5;
            return before < enough && spent >= enough;
        }
    }

    /**
     * Holds an amount, or leaves all as it is.
     *
     * @param now in milliseconds
     * @param until when what is held expires
     * @param turnsIn when the window is over
     */
    synchronized Room reserve(Demand demand, long now, long until, Duration turnsIn) {
        expire(now);
        Account tool = account(demand.tool());
        Bounds bounds = demand.bounds();
        boolean all =
                bounds.total().isEmpty() || this.all.hasRoom(bounds.total().get());
        boolean granted = tool.hasRoom(bounds.tool()) && all;
        Room room = all
                ? room(granted, bounds.tool(), tool, turnsIn)
                : room(granted, bounds.total().get(), this.all, turnsIn);
        if (granted || demand.always()) {
            Run run = new Run(demand.id(), demand.tool(), demand.amount().micros(), until);
            runs.put(run.id, run);
            holding.add(run);
            hold(run, run.amount);
        }
        return room;
    }

    synchronized Ending end(String id, Optional<Money> cost, Bounds bounds, long now) {
        expire(now);
        @Nullable Run run = runs.remove(id);
        if (run == null) {
            return new Ending(Settlement.NOTHING, false);
        }
        boolean late = !holding.remove(run);
        if (!late) {
            hold(run, -run.amount);
        }
        boolean near = cost.isPresent() && spend(run.tool, cost.get().micros(), bounds);
        return new Ending(late ? Settlement.LATE : Settlement.BOOKED, near);
    }

    private boolean spend(String tool, long cost, Bounds bounds) {
        boolean near = account(tool).spend(cost, bounds.tool());
        boolean nearAll = all.spend(cost, bounds.total().orElse(new Money(0)));
        return near || nearAll;
    }

    private void expire(long now) {
        for (Run run = holding.peek(); run != null && run.until <= now; run = holding.peek()) {
            holding.remove();
            hold(run, -run.amount);
        }
    }

    private void hold(Run run, long amount) {
        account(run.tool).held += amount;
        all.held += amount;
    }

    private Account account(String tool) {
        return tools.computeIfAbsent(tool, name -> new Account());
    }

    private static Room room(boolean granted, Money limit, Account account, Duration turnsIn) {
        return new Room(granted, limit, shown(account.spent), shown(account.held), turnsIn);
    }

    private static Money shown(long micros) {
        return new Money(Math.min(micros, Money.GREATEST.micros()));
    }
}
