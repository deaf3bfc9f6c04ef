package dev.hauberk.ratelimit.budget;

import dev.hauberk.Caller;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.audit.AuditException;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.Money;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The policy's budgets (RATE-6): what tools may cost a user or a tenant in a day or a month, in UTC. A run reserves before it starts, and
 * settles what it has cost, or is released where it cost nothing. Each is one atomic step of its store. Thread-safe.
 *
 * <h2>What is guaranteed</h2>
 *
 * <p>A run is granted only while what is spent and what is held are together less than the budget, and granting adds its reservation to
 * what is held in the same step. Settling takes the reservation from what is held and adds the cost to what is spent; releasing and
 * expiring only make what is held less. So, where no run costs more than it reserved, spent and held are together less than the budget
 * and the last reservation that was granted, at every moment and however many run in parallel: <em>a budget is overrun by less than one
 * run</em>. Whatever runs cost more than they held is added to that bound: by each, its cost less its reservation, and its whole cost where
 * its reservation had expired.
 *
 * <p>A run counts in the window in which it was reserved. Of settling and releasing, the first decides, once; what comes later changes
 * nothing. A reservation that nobody settled holds nothing after the policy's {@code expires}, and can still be settled in its window.
 *
 * <p>A run whose cost nobody can say reserves the dearest of its tool's last 512 to 1,024 runs on this node; before any, what the policy's
 * {@code estimates} say, and without that the tool's whole budget, so that its first run has no other beside it.
 *
 * <h2>What is not</h2>
 *
 * <p>A budget stops no run that is under way. Estimates are this node's, and begin anew with it. A caller who makes a tool's runs cheap for
 * so many of them makes its estimate cheap too; give {@link #reserve(String, Caller, Money)} the most that a run can cost where that is known.
 */
public interface Budgets {
    /**
     * Budgets in this node's memory, which forgets them when it ends. It holds as many as there were users and tenants in a window.
     *
     * @param keys what hides users and tenants in events and log lines
     * @param events who hears of denials, and of budgets of which 80 % are spent
     * @param audit holds each denial before it is answered
     * @param clock what time it is; one that is set back begins no window anew
     */
    static Budgets inMemory(SecurityPolicy policy, KeyRing keys, Events events, AuditTrail audit, InstantSource clock) {
        return PolicyBudgets.of(
                policy,
                keys,
                new Witness(events, audit, clock),
                (name, budget) -> new MemoryBudget(budget.per().window(), budget.expires(), clock));
    }

    /**
     * Budgets that all nodes share, kept in Redis by its own clock. Where it does not answer in time nothing is granted, unless the policy's
     * {@code failures} say {@code open} for RATE-6.
     *
     * @param keys what hides users and tenants; all nodes have the same
     */
    static Budgets redis(
            SecurityPolicy policy,
            RedisScripts redis,
            KeyRing keys,
            Events events,
            AuditTrail audit,
            InstantSource clock) {
        RedisScripts guarded = redis.within(PolicyBudgets.failure(policy).within());
        return PolicyBudgets.of(
                policy,
                keys,
                new Witness(events, audit, clock),
                (name, budget) -> new RedisBudget(guarded, name, budget));
    }

    /**
     * Reserves for a run whose cost nobody can say yet.
     *
     * @param tool the tool, or an alias of it
     * @throws UnavailableException where the store does not answer; what it may have reserved expires
     * @throws AuditException where a denial could not be recorded
     */
    Answer reserve(String tool, Caller caller);

    /**
     * Reserves for a run.
     *
     * @param tool the tool, or an alias of it
     * @param most what it will cost at most
     */
    Answer reserve(String tool, Caller caller, Money most);

    /**
     * Books what a run has cost, and holds nothing for it any more. A cost above what was reserved is booked all the same.
     *
     * @return what came of it; settling again is {@link Settlement#NOTHING}
     * @throws UnavailableException where the store does not answer; it may be settled again, and is booked once
     */
    Settlement settle(Reservation reservation, Money cost);

    /** Holds nothing for a run any more, which has cost nothing. */
    Settlement release(Reservation reservation);

    /** What reserving says. */
    sealed interface Answer {
        /**
         * The tool may run.
         *
         * @param reservation what is to be settled or released
         */
        record Reserved(Reservation reservation) implements Answer {}

        /**
         * Nothing is left, or what is left is held by what runs.
         *
         * @param budget the name of the budget
         * @param limit what it allows in its window
         * @param spent what was spent in it
         * @param held what is held by runs that were not settled, and may come back
         * @param turnsIn when its next window begins; longer than nothing
         */
        record Denied(String budget, Money limit, Money spent, Money held, Duration turnsIn) implements Answer {}

        /** There is no such tool in any budget, or the caller is nobody whose budget it could be: so it may not run. */
        record NoBudget() implements Answer {}
    }

    /** What came of settling or releasing. */
    enum Settlement {
        /** It is booked. */
        BOOKED,
        /** It is booked, and its reservation had expired: meanwhile nothing was held for it. */
        LATE,
        /** It was settled or released before, or its window is over. */
        NOTHING
    }
}
