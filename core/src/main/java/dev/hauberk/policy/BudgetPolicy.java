package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What tools may cost (RATE-6).
 *
 * @param per whose budget it is, and for how long
 * @param tools what each tool may cost then, by its name
 * @param total what all of them together may cost
 * @param estimates what a run of a tool reserves before the cost of any is known; without one, the whole of the tool's budget
 * @param aliases other names of tools: what runs under one counts for the tool
 * @param expires after how long a reservation that nobody settled holds nothing any more
 */
public record BudgetPolicy(
        @Setting(
                says =
                        "Whose budget it is, and for how long: user per day, tenant per month; a day begins at midnight UTC.",
                control = Control.RATE_6)
        BudgetSpan per,

        @Setting(says = "What each tool may cost then, by its name.", or = "", control = Control.RATE_6)
        Map<String, Money> tools,

        @Setting(says = "What all of them together may cost.", control = Control.RATE_6)
        Optional<Money> total,

        @Setting(
                says =
                        "What a run of a tool reserves before the cost of any is known; without one, the whole of the tool's budget.",
                or = "",
                control = Control.RATE_6)
        Map<String, Money> estimates,

        @Setting(says = "Other names of tools: each counts for the tool behind it.", or = "", control = Control.RATE_6)
        Map<String, String> aliases,

        @Setting(
                says = "After how long a reservation that nobody settled holds nothing any more.",
                or = "10m",
                control = Control.RATE_6)
        Duration expires) {

    /** @throws IllegalArgumentException where reservations last for no time, or for longer than the shortest window */
    public BudgetPolicy {
        tools = Collections.unmodifiableMap(new LinkedHashMap<>(tools));
        estimates = Map.copyOf(estimates);
        aliases = Map.copyOf(aliases);
        if (expires.compareTo(Duration.ofSeconds(1)) < 0 || expires.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("expires is between 1s and 1d");
        }
    }
}
