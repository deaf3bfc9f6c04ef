package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that budgets are of something, that a name means one tool in all of them, and that estimates are of tools. */
final class BudgetCheck {
    private final Map<String, BudgetPolicy> budgets;
    private final Findings findings;
    private final Map<String, String> meanings = new LinkedHashMap<>();

    BudgetCheck(Map<String, BudgetPolicy> budgets, Findings findings) {
        this.budgets = budgets;
        this.findings = findings;
    }

    void check() {
        budgets.values().forEach(budget -> budget.tools().keySet().forEach(tool -> meanings.put(tool, tool)));
        budgets.forEach(this::check);
    }

    private void check(String name, BudgetPolicy budget) {
        if (findings.keys("budgets", name, "tools").isEmpty()) {
            wrong("at least one tool", "none", "Write tools: {draft: 0.75 USD}.", List.of("budgets", name, "tools"));
        }
        budget.tools().forEach((tool, money) -> positive(money, List.of("budgets", name, "tools", tool)));
        budget.total().ifPresent(money -> positive(money, List.of("budgets", name, "total")));
        budget.estimates().forEach((tool, money) -> {
            List<String> path = List.of("budgets", name, "estimates", tool);
            positive(money, path);
            named(tool, findings.keys("budgets", name, "tools"), path);
        });
        budget.aliases().forEach((alias, tool) -> {
            List<String> path = List.of("budgets", name, "aliases", alias);
            named(tool, findings.keys("budgets", name, "tools"), path);
            String meaning = meanings.putIfAbsent(alias, tool);
            if (meaning != null && !meaning.equals(tool)) {
                wrong("a name that means one tool in all budgets", tool + " and " + meaning, "Rename one.", path);
            }
        });
    }

    private void positive(Money money, List<String> path) {
        if (money.equals(Money.ZERO)) {
            wrong("more than nothing", money.toString(), "Remove what may cost nothing.", path);
        }
    }

    private void named(String tool, Collection<String> tools, List<String> path) {
        if (!tools.contains(tool)) {
            wrong("a tool of this budget", tool, Nearest.remedy(tool, tools), path);
        }
    }

    private void wrong(String asked, String set, String remedy, List<String> path) {
        findings.wrong(Control.RATE_6, asked, set, remedy, path);
    }
}
