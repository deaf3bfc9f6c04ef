package dev.hauberk.policy;

import java.util.Locale;

/**
 * Whose budget it is, and for how long, written {@code user per day}.
 *
 * @param scope whose
 * @param window for how long
 */
public record BudgetSpan(Scope scope, Window window) {
    /** Whose a budget is. Whoever has no user, or no tenant, has none. */
    public enum Scope {
        USER,
        TENANT
    }

    /** How long a budget lasts. Windows begin at midnight in UTC. */
    public enum Window {
        DAY,
        /** A month of the calendar. */
        MONTH
    }

    /**
     * Reads {@code user per day}; {@code 1d} is a day too.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static BudgetSpan parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 3 || !parts[1].equals("per")) {
            throw new IllegalArgumentException("a budget is for example: user per day, or tenant per month");
        }
        Window window = parts[2].equals("1d") ? Window.DAY : Scalars.oneOf(Window.class, parts[2]);
        return new BudgetSpan(Scalars.oneOf(Scope.class, parts[0]), window);
    }

    @Override
    public String toString() {
        return (scope + " per " + window).toLowerCase(Locale.ROOT);
    }
}
