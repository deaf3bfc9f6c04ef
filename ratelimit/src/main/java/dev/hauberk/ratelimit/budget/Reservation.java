package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.Money;
import java.util.Comparator;
import java.util.List;

/** What is held for one run, in each budget that its tool counts in. Made by {@link Budgets}, and immutable. */
public final class Reservation {
    /**
     * What is held in one budget.
     *
     * @param who whose, by its name in the store
     * @param id the run, which no other is called
     */
    record Hold(Budget budget, String who, String id, Money amount) {}

    private final String tool;
    private final List<Hold> holds;

    Reservation(String tool, List<Hold> holds) {
        this.tool = tool;
        this.holds = List.copyOf(holds);
    }

    /** The tool, by its own name and not by an alias. */
    public String tool() {
        return tool;
    }

    /** How much is held: of several budgets, the most that one holds. Nothing where nothing is counted. */
    public Money amount() {
        return holds.stream().map(Hold::amount).max(Comparator.naturalOrder()).orElse(Money.ZERO);
    }

    List<Hold> holds() {
        return holds;
    }

    @Override
    public String toString() {
        return "Reservation[" + tool + ", " + amount() + "]";
    }
}
