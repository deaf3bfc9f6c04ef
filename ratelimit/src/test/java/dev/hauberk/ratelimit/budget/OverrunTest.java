package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import dev.hauberk.ratelimit.budget.Budgets.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** By how much a budget can be overrun, as {@link Budgets} states it. */
@Tag("RATE-6")
class OverrunTest {
    private static final long BUDGET = 1_000_000;

    /**
     * Something that happens.
     *
     * @param kind 0 reserves, 1 settles, 2 releases, 3 lets time pass
     * @param amount what is reserved or what it cost, in micro-dollars, or how many seconds pass
     * @param which of the runs that are open
     */
    record Step(int kind, long amount, int which) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> kinds =
                Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(4, 1), Tuple.of(1, 2), Tuple.of(1, 3));
        return Combinators.combine(
                        kinds,
                        Arbitraries.longs().between(0, 400_000),
                        Arbitraries.integers().between(0, 50))
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 500)
    void isLessThanOneRunAndWhatRunsCostMoreThanTheyHeld(@ForAll("steps") List<Step> steps) {
        Given given = new Given();
        Budgets budgets = Budgets.inMemory(
                Given.policy("ai: {per: user per day, tools: {draft: 1 USD}}"),
                Given.KEYS,
                given.events,
                given.audit,
                given.clock);
        List<Reservation> open = new ArrayList<>();
        long spent = 0;
        long dearest = 0;
        long excess = 0;
        for (Step step : steps) {
            if (step.kind == 0) {
                Answer answer = budgets.reserve("draft", ANN, new Money(step.amount));
                if (answer instanceof Answer.Reserved reserved) {
                    assertThat(spent).isLessThan(BUDGET);
                    open.add(reserved.reservation());
                    dearest = Math.max(dearest, step.amount);
                } else {
                    Answer.Denied denied = (Answer.Denied) answer;
                    assertThat(denied.spent().micros()).isEqualTo(spent);
                    assertThat(spent + denied.held().micros()).isGreaterThanOrEqualTo(BUDGET);
                }
            } else if (step.kind == 3) {
                given.clock.forward(Duration.ofSeconds(step.amount / 1_000));
            } else if (!open.isEmpty()) {
                Reservation run = open.remove(step.which % open.size());
                Settlement settlement =
                        step.kind == 1 ? budgets.settle(run, new Money(step.amount)) : budgets.release(run);
                if (settlement == Settlement.NOTHING) {
                    // The day is over, and another one has begun with nothing spent.
                    return;
                }
                long cost = step.kind == 1 ? step.amount : 0;
                spent += cost;
                long held = settlement == Settlement.LATE ? 0 : run.amount().micros();
                excess += Math.max(0, cost - held);
            }
            assertThat(spent).isLessThanOrEqualTo(BUDGET + dearest + excess);
        }
    }

    @Property(tries = 200)
    void isLessThanOneRunWhereNoneCostsMoreThanItReserved(@ForAll("steps") List<Step> steps) {
        Given given = new Given();
        Budgets budgets = Budgets.inMemory(
                Given.policy("ai: {per: user per day, tools: {draft: 1 USD}}"),
                Given.KEYS,
                given.events,
                given.audit,
                given.clock);
        List<Reservation> open = new ArrayList<>();
        long spent = 0;
        for (Step step : steps) {
            if (step.kind == 0
                    && budgets.reserve("draft", ANN, new Money(step.amount)) instanceof Answer.Reserved run) {
                open.add(run.reservation());
            } else if (step.kind != 0 && !open.isEmpty()) {
                Reservation run = open.remove(step.which % open.size());
                long cost = Math.min(step.amount, run.amount().micros());
                budgets.settle(run, new Money(cost));
                spent += cost;
            }
        }
        for (Reservation run : open) {
            budgets.settle(run, run.amount());
            spent += run.amount().micros();
        }
        assertThat(spent).isLessThan(BUDGET + 400_000);
    }
}
