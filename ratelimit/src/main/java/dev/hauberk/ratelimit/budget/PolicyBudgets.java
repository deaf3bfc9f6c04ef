package dev.hauberk.ratelimit.budget;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.UnavailableException;
import dev.hauberk.key.Hmac;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.policy.BudgetPolicy;
import dev.hauberk.policy.FailurePolicy;
import dev.hauberk.policy.FailurePolicy.Without;
import dev.hauberk.policy.Money;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.budget.BudgetStore.Demand;
import dev.hauberk.ratelimit.budget.BudgetStore.Ending;
import dev.hauberk.ratelimit.budget.BudgetStore.Room;
import dev.hauberk.ratelimit.budget.Reservation.Hold;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The budgets of a policy, each with its store. */
final class PolicyBudgets implements Budgets {
    private static final int NAME_BYTES = 16;

    private final List<Budget> budgets;
    private final Map<String, String> aliases = new HashMap<>();
    private final Mode mode;
    private final boolean open;
    private final Hmac names;
    private final Witness witness;
    private final Estimates estimates = new Estimates();

    private PolicyBudgets(SecurityPolicy policy, List<Budget> budgets, Hmac names, Witness witness) {
        this.budgets = List.copyOf(budgets);
        budgets.forEach(budget -> aliases.putAll(budget.policy().aliases()));
        this.mode = policy.mode(Control.RATE_6);
        this.open = failure(policy).redis() == Without.OPEN;
        this.names = names;
        this.witness = witness;
    }

    static PolicyBudgets of(
            SecurityPolicy policy,
            KeyRing keys,
            Witness witness,
            BiFunction<String, BudgetPolicy, BudgetStore> stores) {
        List<Budget> budgets = new ArrayList<>();
        policy.budgets().forEach((name, budget) -> budgets.add(new Budget(name, budget, stores.apply(name, budget))));
        return new PolicyBudgets(
                policy, budgets, Hmac.of(keys.primary(Purpose.PSEUDONYMS).secret()), witness);
    }

    /** What is done while Redis does not answer; closed where the policy says nothing. */
    static FailurePolicy failure(SecurityPolicy policy) {
        FailurePolicy closed =
                new FailurePolicy(Without.CLOSED, FailurePolicy.DEFAULT.within(), FailurePolicy.DEFAULT.closed());
        return policy.failures().getOrDefault(Control.RATE_6, closed);
    }

    @Override
    public Answer reserve(String tool, Caller caller) {
        return reserve(tool, caller, Optional.empty());
    }

    @Override
    public Answer reserve(String tool, Caller caller, Money most) {
        return reserve(tool, caller, Optional.of(most));
    }

    private Answer reserve(String called, Caller caller, Optional<Money> most) {
        String tool = aliases.getOrDefault(called, called);
        List<Budget> counting =
                budgets.stream().filter(budget -> budget.counts(tool)).toList();
        if (counting.isEmpty()
                || counting.stream().anyMatch(budget -> budget.key(caller).isEmpty())) {
            return new Answer.NoBudget();
        }
        List<Hold> holds = new ArrayList<>();
        if (mode != Mode.DISABLED) {
            for (Budget budget : counting) {
                Optional<Answer> denied = hold(budget, tool, caller, most, holds);
                if (denied.isPresent()) {
                    return denied.get();
                }
            }
        }
        return new Answer.Reserved(new Reservation(tool, holds));
    }

    /** Adds what one budget holds, or gives back what others do. */
    private Optional<Answer> hold(Budget budget, String tool, Caller caller, Optional<Money> most, List<Hold> holds) {
        String who = name(budget.name() + ' ' + budget.key(caller).orElseThrow());
        Money amount = most.or(() -> estimates.of(tool)).orElseGet(() -> budget.first(tool));
        Hold hold = new Hold(budget, who, UUID.randomUUID().toString(), amount);
        Room room;
        try {
            room = budget.store()
                    .reserve(who, new Demand(hold.id(), tool, amount, budget.bounds(tool), mode == Mode.SHADOW));
        } catch (UnavailableException e) {
            witness.unavailable(budget.name(), tool, who);
            if (open) {
                return Optional.empty();
            }
            throw e;
        }
        if (room.granted() || mode == Mode.SHADOW) {
            holds.add(hold);
            if (!room.granted()) {
                witness.shadowed(budget.name(), tool, who);
            }
            return Optional.empty();
        }
        giveBack(new Reservation(tool, holds));
        witness.denied(caller, budget.name(), tool, who);
        return Optional.of(new Answer.Denied(budget.name(), room.limit(), room.spent(), room.held(), room.turnsIn()));
    }

    /** What cannot be given back expires; it has been denied all the same. */
    private void giveBack(Reservation reservation) {
        try {
            release(reservation);
        } catch (UnavailableException e) {
            witness.unavailable(
                    reservation.holds().get(0).budget().name(),
                    reservation.tool(),
                    reservation.holds().get(0).who());
        }
    }

    @Override
    public Settlement settle(Reservation reservation, Money cost) {
        Settlement settlement = end(reservation, Optional.of(cost));
        if (settlement != Settlement.NOTHING) {
            estimates.learn(reservation.tool(), cost);
        }
        return settlement;
    }

    @Override
    public Settlement release(Reservation reservation) {
        return end(reservation, Optional.empty());
    }

    private Settlement end(Reservation reservation, Optional<Money> cost) {
        Settlement settlement = Settlement.NOTHING;
        for (Hold hold : reservation.holds()) {
            Budget budget = hold.budget();
            Ending ending = budget.store().end(hold.who(), hold.id(), cost, budget.bounds(reservation.tool()));
            if (ending.near()) {
                witness.near(budget.name(), reservation.tool(), hold.who());
            }
            settlement = ending.settlement().compareTo(settlement) < 0 ? ending.settlement() : settlement;
        }
        return settlement;
    }

    /** Nobody who reads a store or a log learns a user from it; all nodes, which have the same keys, have the same name for it. */
    private String name(String key) {
        byte[] tag = names.tag(key.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, NAME_BYTES));
    }
}
