package dev.hauberk.ratelimit.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.BudgetSpan.Window;
import dev.hauberk.policy.Money;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.ClockedScripts;
import dev.hauberk.ratelimit.RunningRedis;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The calendar of the script and that of Java are one. */
@Tag("RATE-6")
class SpanTest {
    private static final long FROM = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long UNTIL = Instant.parse("2400-01-01T00:00:00Z").getEpochSecond();

    @Test
    void beginsAndEndsAtMidnightInUtc() {
        Instant now = Instant.parse("2028-02-29T13:00:00Z");
        assertThat(Span.of(Window.DAY, now))
                .isEqualTo(new Span(Instant.parse("2028-02-29T00:00:00Z"), Instant.parse("2028-03-01T00:00:00Z")));
        assertThat(Span.of(Window.MONTH, now))
                .isEqualTo(new Span(Instant.parse("2028-02-01T00:00:00Z"), Instant.parse("2028-03-01T00:00:00Z")));
    }

    @Test
    void endsInRedisWhenItEndsHereOnAThousandDaysOfFourCenturies() {
        Random random = new Random(6);
        SecurityPolicy policy = Given.policy("all: {per: tenant per month, tools: {draft: 1 USD}}");
        try (RunningRedis redis = RunningRedis.start()) {
            for (int i = 0; i < 1_000; i++) {
                Given given = new Given();
                Instant now = Instant.ofEpochSecond(FROM + (long) (random.nextDouble() * (UNTIL - FROM)));
                given.clock.forward(Duration.between(given.clock.instant(), now));
                Budgets budgets = Budgets.redis(
                        policy,
                        new ClockedScripts(redis.scripts(), given.clock),
                        Given.KEYS,
                        given.events,
                        given.audit,
                        given.clock);
                redis.connection().sync().flushall();
                BudgetsContract.reserved(budgets.reserve("draft", Given.ANN));
                Answer.Denied denied = BudgetsContract.denied(budgets.reserve("draft", Given.ANN));
                assertThat(now.plus(denied.turnsIn()))
                        .as(now.toString())
                        .isEqualTo(Span.of(Window.MONTH, now).until());
                assertThat(denied.held()).isEqualTo(Money.parse("$1"));
            }
        }
    }
}
