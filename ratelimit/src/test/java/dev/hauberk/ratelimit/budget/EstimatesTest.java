package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Money;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-6")
class EstimatesTest {
    private final Estimates estimates = new Estimates();

    @Test
    void knowsNothingOfAToolThatHasNotRun() {
        assertThat(estimates.of("draft")).isEmpty();
        estimates.learn("agent", usd("1"));
        assertThat(estimates.of("draft")).isEmpty();
    }

    @Test
    void learnsNothingOfARunThatCostNothing() {
        estimates.learn("draft", Money.ZERO);
        assertThat(estimates.of("draft")).isEmpty();
    }

    @Test
    void keepsTheDearestForAtLeast512RunsAndAtMost1024() {
        estimates.learn("draft", usd("9"));
        learn(510);
        assertThat(estimates.of("draft")).contains(usd("9"));
        learn(512);
        assertThat(estimates.of("draft")).contains(usd("9"));
        learn(1);
        assertThat(estimates.of("draft")).contains(usd("0.10"));
    }

    private void learn(int runs) {
        for (int i = 0; i < runs; i++) {
            estimates.learn("draft", usd("0.10"));
        }
    }

    @Property(tries = 50)
    void isNeverLessThanTheDearestOfTheLast512(
            @ForAll @Size(min = 1, max = 2_000) List<@LongRange(min = 1, max = 1_000) Long> costs) {
        Estimates learnt = new Estimates();
        List<Long> seen = new ArrayList<>();
        for (long cost : costs) {
            learnt.learn("draft", new Money(cost));
            seen.add(cost);
            long recent = seen.subList(Math.max(0, seen.size() - 512), seen.size()).stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
            long all = seen.subList(Math.max(0, seen.size() - 1_024), seen.size()).stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
            assertThat(learnt.of("draft").orElseThrow().micros()).isBetween(recent, all);
        }
    }
}
