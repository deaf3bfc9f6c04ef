package dev.hauberk.testkit.target;

import dev.hauberk.policy.Money;
import java.util.Map;

/**
 * How the application's tools run, where they cost something.
 *
 * @param path what is posted to
 * @param body a JSON body, in which {@code {tool}} is replaced by a tool
 * @param costs what a run of each tool costs, by its name in the policy's budgets
 */
public record ToolRuns(String path, String body, Map<String, Money> costs) {
    public ToolRuns {
        costs = Map.copyOf(costs);
    }

    /** The body that runs a tool. */
    public String running(String tool) {
        return body.replace("{tool}", tool);
    }
}
