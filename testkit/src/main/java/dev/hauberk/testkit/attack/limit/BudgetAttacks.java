package dev.hauberk.testkit.attack.limit;

import dev.hauberk.policy.BudgetSpan.Scope;
import dev.hauberk.policy.Money;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Race;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.ToolRuns;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs tools for more than their budget. */
final class BudgetAttacks {
    private static final int AT_ONCE = 20;

    /** A tool that has a budget by user, and what a run of it costs. */
    private record Budgeted(ToolRuns runs, String tool, Money cost, Money budget) {
        Request request(Attacker attacker) {
            return request(attacker, tool);
        }

        Request request(Attacker attacker, String name) {
            return Request.post(attacker.wire().path(runs.path())).json(runs.running(name));
        }

        /** How many runs pass where the first that does not fit is the last: those that begin while something is left. */
        long allowed() {
            return (budget.micros() + cost.micros() - 1) / cost.micros();
        }
    }

    @Attack(
            value = "RATE-6",
            tries = "twenty runs at once, and one after the other, for more than a tool's budget",
            breaks = "budgets",
            onLimits = true)
    Stream<Trial> moreThanTheBudget(Attacker attacker) {
        return budgeted(attacker)
                .map(tool -> new Trial("runs of " + tool.tool() + " for more than " + tool.budget(), () -> {
                    Session session = attacker.signIn(role(attacker, tool));
                    Request request = session.armed(tool.request(attacker));
                    long passed = 0;
                    while (passed < tool.allowed() - 1) {
                        Exchange run = session.send(request);
                        attacker.must(run.succeeded(), "a run passes while the budget has room", run);
                        passed++;
                    }
                    Callable<Exchange> one = () -> session.send(request);
                    List<Exchange> last = Race.of(Collections.nCopies(AT_ONCE, one));
                    passed += last.stream().filter(Exchange::succeeded).count();
                    attacker.must(
                            passed == tool.allowed(),
                            tool.allowed() + " runs pass, and " + passed + " did",
                            last.get(last.size() - 1));
                    mustBeSpent(attacker, session.send(request));
                }));
    }

    @Attack(
            value = "RATE-6",
            tries = "several sessions of one user, to have a budget each",
            breaks = "budgets",
            onLimits = true)
    Stream<Trial> severalSessions(Attacker attacker) {
        return budgeted(attacker)
                .map(tool -> new Trial("sessions of one user share the budget of " + tool.tool(), () -> {
                    User user = attacker.newUser(role(attacker, tool));
                    Session first = attacker.signIn(user);
                    for (int i = 0; i < tool.allowed(); i++) {
                        Exchange run = first.send(tool.request(attacker));
                        attacker.must(run.succeeded(), "a run passes while the budget has room", run);
                    }
                    mustBeSpent(attacker, attacker.signIn(user).send(tool.request(attacker)));
                }));
    }

    @Attack(
            value = "RATE-6",
            tries = "other spellings of a tool, to have a budget each",
            breaks = "budgets",
            onLimits = true)
    Stream<Trial> otherSpellings(Attacker attacker) {
        return budgeted(attacker)
                .map(tool -> new Trial("spellings of " + tool.tool() + " run nothing beside its budget", () -> {
                    Session session = attacker.signIn(role(attacker, tool));
                    for (String spelling : spellings(tool.tool())) {
                        Exchange run = session.send(tool.request(attacker, spelling));
                        attacker.must(run.status() == 400, "a tool that has no budget is a 400", run);
                    }
                }));
    }

    private static List<String> spellings(String tool) {
        List<String> spellings = new ArrayList<>(List.of(tool + "x", tool + " ", " " + tool));
        spellings.add(tool.toUpperCase(Locale.ROOT));
        return spellings;
    }

    private static void mustBeSpent(Attacker attacker, Exchange run) {
        attacker.must(
                run.status() == 429
                        && Json.text(Json.of(run.response()), "code")
                                .filter("budget"::equals)
                                .isPresent()
                        && run.header("Retry-After")
                                .filter(seconds -> seconds.matches("[1-9][0-9]*"))
                                .isPresent(),
                "a run beyond the budget is a 429 with the code budget, and says when to come back",
                run);
    }

    private static Stream<Budgeted> budgeted(Attacker attacker) {
        ToolRuns runs =
                attacker.target().toolRuns().orElseThrow(() -> Attacker.notTried("the target runs no tool that costs"));
        return attacker.policy().budgets().values().stream()
                .filter(budget ->
                        budget.per().scope() == Scope.USER && budget.total().isEmpty())
                .flatMap(budget -> budget.tools().entrySet().stream())
                .filter(tool -> runs.costs().containsKey(tool.getKey()))
                .map(tool -> new Budgeted(
                        runs, tool.getKey(), runs.costs().getOrDefault(tool.getKey(), Money.ZERO), tool.getValue()));
    }

    private static String role(Attacker attacker, Budgeted tool) {
        return attacker.roleFor("POST", tool.runs().path())
                .orElseThrow(() ->
                        Attacker.notTried("no role may POST " + tool.runs().path()));
    }
}
