package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.policy.BudgetSpan.Scope;
import dev.hauberk.policy.BudgetSpan.Window;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RATE-6")
class BudgetCheckTest {
    @Test
    void readsBudgets() {
        Map<String, BudgetPolicy> budgets = Written.policy("""
                        budgets:
                          ai:
                            per: user per 1d
                            tools: {draft: 0.75 USD, agent: $2.50}
                            estimates: {draft: 0.10 USD}
                            aliases: {writer: draft}
                            expires: 1m
                          organisation: {per: tenant per month, tools: {draft: 200 USD}, total: 150 USD}
                        """).budgets();

        assertThat(budgets.keySet()).containsExactly("ai", "organisation");
        assertThat(budgets.get("ai"))
                .isEqualTo(new BudgetPolicy(
                        new BudgetSpan(Scope.USER, Window.DAY),
                        Map.of("draft", new Money(750_000), "agent", new Money(2_500_000)),
                        Optional.empty(),
                        Map.of("draft", new Money(100_000)),
                        Map.of("writer", "draft"),
                        Duration.ofMinutes(1)));
        assertThat(budgets.get("ai").per()).hasToString("user per day");
        assertThat(budgets.get("organisation").per()).hasToString("tenant per month");
        assertThat(budgets.get("organisation").total()).contains(Money.parse("150 USD"));
        assertThat(budgets.get("organisation").expires()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "user",
                "user per",
                "user day",
                "user per week",
                "user per 2d",
                "address per day",
                "User per day",
                "user per day per day",
                "user by day"
            })
    void refusesWhatIsNoSpan(String text) {
        assertThatThrownBy(() -> BudgetSpan.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|budgets.ai.per|per is there",
                "{per: user per day}|budgets.ai.tools [RATE-6]|at least one tool",
                "{per: user per week, tools: {a: $1}}|budgets.ai.per [RATE-6]|write one of day, month",
                "{per: user per day, tools: {a: 1}}|budgets.ai.tools.a [RATE-6]|money is written like 0.75 USD",
                "{per: user per day, tools: {a: NaN}}|budgets.ai.tools.a [RATE-6]|money is written like 0.75 USD",
                "{per: user per day, tools: {a: 0 USD}}|budgets.ai.tools.a [RATE-6]|more than nothing",
                "{per: user per day, tools: {a: $1}, total: $0}|budgets.ai.total [RATE-6]|more than nothing",
                "{per: user per day, tools: {a: $1}, estimates: {a: $0}}|budgets.ai.estimates.a [RATE-6]|more than nothing",
                "{per: user per day, tools: {draft: $1}, estimates: {draf: $1}}|budgets.ai.estimates.draf [RATE-6]|Did you mean draft?",
                "{per: user per day, tools: {draft: $1}, aliases: {w: draf}}|budgets.ai.aliases.w [RATE-6]|Did you mean draft?",
                "{per: user per day, tools: {a: $1, b: $1}, aliases: {a: b}}|budgets.ai.aliases.a [RATE-6]|means one tool",
                "{per: user per day, tools: {a: $1}, expires: 0}|budgets.ai.expires [RATE-6]|between 1s and 1d",
                "{per: user per day, tools: {a: $1}, expires: 25h}|budgets.ai.expires [RATE-6]|between 1s and 1d",
                "{per: user per day, tools: {a: 2.500001 USD}}|budgets.ai.tools.a [RATE-6]|at most 2.50 USD",
                "{per: user per month, tools: {a: 3 USD}}|budgets.ai.tools.a [RATE-6]|at most 2.50 USD",
            })
    void refusesWhatCannotBeAndWhatIsWeak(String budget, String place, String says) {
        assertThat(Written.lines("budgets: {ai: " + budget + "}\n"))
                .singleElement()
                .asString()
                .contains("  " + place)
                .contains(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "24h"})
    void takesReservationsOfASecondAndOfADay(String expires) {
        assertThat(Written.lines("budgets: {ai: {per: user per day, tools: {a: $1}, expires: " + expires + "}}"))
                .isEmpty();
    }

    @Test
    void refusesANameThatMeansTwoToolsInTwoBudgets() {
        assertThat(Written.lines("""
                        budgets:
                          one: {per: user per day, tools: {a: $1}, aliases: {x: a}}
                          two: {per: tenant per day, tools: {b: $1}, aliases: {x: b}}
                        """))
                .singleElement()
                .asString()
                .contains("budgets.two.aliases.x")
                .contains("b and a");
        assertThat(Written.lines("""
                        budgets:
                          one: {per: user per day, tools: {a: $1}, aliases: {x: a}}
                          two: {per: tenant per day, tools: {a: $1}, aliases: {x: a}}
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "engify"})
    void takesWhatTheDocumentNamesAndAnythingForATenant(String baseline) {
        assertThat(Written.lines("baseline: " + baseline + """

                        budgets:
                          ai: {per: user per day, tools: {draft: 0.75 USD, agent: 2.50 USD}}
                          all: {per: tenant per day, tools: {draft: 900 USD}}
                        """)).isEmpty();
    }

    @Test
    void holdsNoBudgetAgainstABaselineThatHasNone() {
        assertThat(Written.lines("""
                        baseline: calimatic
                        budgets: {ai: {per: user per day, tools: {a: 9 USD}}}
                        """)).isEmpty();
    }

    @Test
    void takesMoreWhereThatIsAccepted() {
        assertThat(Written.lines("""
                        budgets: {ai: {per: user per day, tools: {a: 9 USD}}}
                        accept: [{control: RATE-6, why: a test, by: me, until: 2026-12-01}]
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{redis: local}|RATE-6.redis [RATE-6]|closed or open",
                "{within: 100ms}|RATE-6.redis [RATE-6]|Write redis: closed",
                "{redis: open}|RATE-6.redis [RATE-6]|Or accept RATE-6",
                "{redis: closed, closed: [auth]}|RATE-6.closed [RATE-6]|Remove it",
            })
    void refusesAFailureThatIsNoChoiceOfBudgets(String failure, String place, String says) {
        assertThat(Written.lines("failures: {RATE-6: " + failure + "}\n"))
                .singleElement()
                .asString()
                .contains("failures." + place)
                .contains(says);
    }

    @Test
    void isClosedOrOpenWithoutRedis() {
        assertThat(Written.policy("failures: {RATE-6: {redis: closed, within: 100ms}}\n")
                        .failures()
                        .get(Control.RATE_6)
                        .within())
                .isEqualTo(Duration.ofMillis(100));
        assertThat(Written.lines("failures: {RATE-6: {redis: open}}\n"
                        + "accept: [{control: RATE-6, why: a test, by: me, until: 2026-12-01}]\n"))
                .isEmpty();
    }
}
