package dev.hauberk.testkit.fake;

import dev.hauberk.policy.Money;
import dev.hauberk.testkit.wire.Json;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tools that cost something. */
final class FakeTools {
    static final Map<String, Money> COSTS = Map.of("ink", Money.parse("$0.25"), "oil", Money.parse("$0.25"));

    private final FakeApplication application;
    private final Map<String, Long> spent = new HashMap<>();
    /** Runs that book afterwards, and wait for a second one to begin. */
    private final Map<String, CountDownLatch> begun = new HashMap<>();

    FakeTools(FakeApplication application) {
        this.application = application;
    }

    FakeAnswer run(FakeRequest request, FakeCaller caller, boolean limited) {
        String sent = application
                .input()
                .read(request, application.policy().input().bodies().getOrDefault("run", Map.of()))
                .map(body -> body.path("tool").asString(""))
                .orElse("");
        String tool = application.has(Flaw.BUDGET_BY_SPELLING) ? sent.strip().toLowerCase(Locale.ROOT) : sent;
        Optional<Money> cost = Optional.ofNullable(COSTS.get(tool));
        if (cost.isEmpty()) {
            return FakeAnswer.problem(400, "input");
        }
        String who = application.has(Flaw.BUDGET_BY_SESSION)
                ? caller.session().id
                : caller.user().id();
        boolean granted = !limited
                || application.has(Flaw.NO_BUDGETS)
                || (application.has(Flaw.BOOKS_AFTER_RUNNING)
                        ? lookThenBook(who + " " + tool, tool, cost.get())
                        : book(who + " " + tool, tool, cost.get()));
        return granted
                ? FakeAnswer.json(200, "{\"tool\":" + Json.quote(tool) + "}")
                : FakeAnswer.problem(429, "budget").with("Retry-After", "3600");
    }

    private synchronized boolean book(String key, String tool, Money cost) {
        boolean left = left(key, tool);
        if (left) {
            spent.merge(key, cost.micros(), Long::sum);
        }
        return left;
    }

    private boolean lookThenBook(String key, String tool, Money cost) {
        if (!left(key, tool)) {
            return false;
        }
        CountDownLatch two;
        synchronized (this) {
            two = begun.computeIfAbsent(key, name -> new CountDownLatch(2));
            two.countDown();
        }
        try {
            two.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            begun.remove(key);
            spent.merge(key, cost.micros(), Long::sum);
        }
        return true;
    }

    private synchronized boolean left(String key, String tool) {
        Money budget = application
                .policy()
                .budgets()
                .values()
                .iterator()
                .next()
                .tools()
                .getOrDefault(tool, Money.ZERO);
        return spent.getOrDefault(key, 0L) < budget.micros();
    }
}
