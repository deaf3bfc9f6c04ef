package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.ANN;
import static dev.hauberk.ratelimit.budget.Given.BOB;
import static dev.hauberk.ratelimit.budget.Given.NOBODY;
import static dev.hauberk.ratelimit.budget.Given.policy;
import static dev.hauberk.ratelimit.budget.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.policy.Money;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import dev.hauberk.ratelimit.budget.Budgets.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What budgets promise, whatever they are kept in. */
@Tag("RATE-6")
abstract class BudgetsContract {
    static final String AI = "ai: {per: user per day, tools: {draft: 1 USD, agent: 2.50 USD}}";
    private static final int RUNS = 20;

    final Given given = new Given();

    /** Budgets of a store that has nothing of other tests. */
    abstract Budgets budgets(SecurityPolicy policy);

    /** A second node beside those that were made last. */
    abstract Budgets beside(SecurityPolicy policy);

    static Reservation reserved(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Reserved.class);
        return ((Answer.Reserved) answer).reservation();
    }

    static Answer.Denied denied(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Denied.class);
        return (Answer.Denied) answer;
    }

    static void spend(Budgets budgets, String tool, Caller caller, String cost) {
        assertThat(budgets.settle(reserved(budgets.reserve(tool, caller, usd(cost))), usd(cost)))
                .isEqualTo(Settlement.BOOKED);
    }

    @Test
    void deniesARunOnceItsBudgetIsSpentAndSaysWhenTheDayTurns() {
        Budgets budgets = budgets(policy(AI));
        spend(budgets, "draft", ANN, "0.99");
        spend(budgets, "draft", ANN, "0.01");
        assertThat(denied(budgets.reserve("draft", ANN, usd("0.01"))))
                .isEqualTo(new Answer.Denied("ai", usd("1"), usd("1"), Money.ZERO, Duration.ofHours(12)));
        given.clock.forward(Duration.ofHours(12).minusMillis(1));
        assertThat(denied(budgets.reserve("draft", ANN)).turnsIn()).isEqualTo(Duration.ofMillis(1));
        given.clock.forward(Duration.ofMillis(1));
        reserved(budgets.reserve("draft", ANN, usd("1")));
        assertThat(denied(budgets.reserve("draft", ANN)).turnsIn()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void countsEachToolAndEachUserForItself() {
        Budgets budgets = budgets(policy(AI));
        spend(budgets, "draft", ANN, "1");
        denied(budgets.reserve("draft", ANN));
        reserved(budgets.reserve("agent", ANN));
        reserved(budgets.reserve("draft", BOB));
    }

    @Test
    void holdsAnEqualNameOfAUserAndATenantApart() {
        Budgets budgets = budgets(policy("""
                ai: {per: user per day, tools: {draft: 1 USD}}
                all: {per: tenant per day, tools: {agent: 1 USD}}
                """));
        spend(budgets, "draft", Given.user("x", "y"), "1");
        reserved(budgets.reserve("agent", Given.user("y", "x")));
    }

    @Test
    void reservesTheWholeBudgetBeforeAnyCostIsKnownAndThenTheDearestOfThoseSeen() {
        Budgets budgets = budgets(policy(AI));
        Reservation first = reserved(budgets.reserve("agent", ANN));
        assertThat(first.amount()).isEqualTo(usd("2.50"));
        assertThat(denied(budgets.reserve("agent", ANN)))
                .isEqualTo(new Answer.Denied("ai", usd("2.50"), Money.ZERO, usd("2.50"), Duration.ofHours(12)));
        budgets.settle(first, usd("0.30"));
        spend(budgets, "agent", ANN, "0.10");
        assertThat(reserved(budgets.reserve("agent", ANN)).amount()).isEqualTo(usd("0.30"));
        assertThat(reserved(budgets.reserve("agent", BOB)).amount()).isEqualTo(usd("0.30"));
        assertThat(reserved(budgets.reserve("draft", ANN)).amount()).isEqualTo(usd("1"));
    }

    @Test
    void reservesWhatThePolicyEstimatesBeforeAnyCostIsKnown() {
        Budgets budgets =
                budgets(policy("ai: {per: user per day, tools: {draft: 1 USD}, estimates: {draft: 0.40 USD}}"));
        assertThat(reserved(budgets.reserve("draft", ANN)).amount()).isEqualTo(usd("0.40"));
        budgets.release(reserved(budgets.reserve("draft", ANN)));
        assertThat(reserved(budgets.reserve("draft", ANN)).amount()).isEqualTo(usd("0.40"));
    }

    @Test
    void sharesOutWhatIsLeftWhereRunsCostLess() throws Exception {
        Budgets budgets = budgets(policy(AI));
        spend(budgets, "draft", ANN, "0.95");
        List<Reservation> granted = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            if (budgets.reserve("draft", ANN, usd("0.02")) instanceof Answer.Reserved reserved) {
                granted.add(reserved.reservation());
            }
        }
        assertThat(granted).hasSize(3);
        granted.forEach(reservation -> budgets.settle(reservation, usd("0.02")));
        assertThat(denied(budgets.reserve("draft", ANN)).spent()).isEqualTo(usd("1.01"));
    }

    @Test
    void booksACostThatWasHigherThanWhatWasReserved() {
        Budgets budgets = budgets(policy(AI));
        Reservation run = reserved(budgets.reserve("draft", ANN, usd("0.01")));
        assertThat(budgets.settle(run, usd("7"))).isEqualTo(Settlement.BOOKED);
        assertThat(denied(budgets.reserve("draft", ANN)).spent()).isEqualTo(usd("7"));
    }

    @Test
    void standsStillWhereMoreWasSpentThanCanBeCounted() {
        Budgets budgets = budgets(policy(AI));
        List<Reservation> runs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(reserved(budgets.reserve("draft", ANN, usd("0.01"))));
        }
        runs.forEach(run -> assertThat(budgets.settle(run, Money.GREATEST)).isEqualTo(Settlement.BOOKED));
        assertThat(denied(budgets.reserve("draft", ANN)).spent()).isEqualTo(Money.GREATEST);
    }

    @Test
    void givesBackWhatARunDidNotCost() {
        Budgets budgets = budgets(policy(AI));
        Reservation run = reserved(budgets.reserve("draft", ANN));
        assertThat(budgets.release(run)).isEqualTo(Settlement.BOOKED);
        assertThat(denied(reserveTwice(budgets)))
                .isEqualTo(new Answer.Denied("ai", usd("1"), Money.ZERO, usd("1"), Duration.ofHours(12)));
    }

    private static Answer reserveTwice(Budgets budgets) {
        reserved(budgets.reserve("draft", ANN));
        return budgets.reserve("draft", ANN);
    }

    @Test
    void endsARunOnceWhateverIsSaidLater() {
        Budgets budgets = budgets(policy(AI));
        Reservation settled = reserved(budgets.reserve("draft", ANN, usd("0.10")));
        assertThat(budgets.settle(settled, usd("0.10"))).isEqualTo(Settlement.BOOKED);
        assertThat(budgets.settle(settled, usd("0.10"))).isEqualTo(Settlement.NOTHING);
        assertThat(budgets.release(settled)).isEqualTo(Settlement.NOTHING);
        Reservation released = reserved(budgets.reserve("draft", ANN, usd("0.10")));
        assertThat(budgets.release(released)).isEqualTo(Settlement.BOOKED);
        assertThat(budgets.settle(released, usd("0.50"))).isEqualTo(Settlement.NOTHING);
        assertThat(budgets.release(released)).isEqualTo(Settlement.NOTHING);
        assertThat(spentOf(budgets)).isEqualTo(usd("0.10"));
    }

    /** What Ann has spent on drafts, as a denial says it. */
    private static Money spentOf(Budgets budgets) {
        reserved(budgets.reserve("draft", ANN, usd("1")));
        return denied(budgets.reserve("draft", ANN)).spent();
    }

    @Test
    void holdsNothingForARunThatCrashedOnceItsReservationExpires() {
        Budgets budgets = budgets(policy(AI));
        Reservation crashed = reserved(budgets.reserve("draft", ANN));
        given.clock.forward(Duration.ofMinutes(10).minusMillis(1));
        denied(budgets.reserve("draft", ANN));
        given.clock.forward(Duration.ofMillis(1));
        Reservation next = reserved(budgets.reserve("draft", ANN));
        assertThat(budgets.settle(crashed, usd("0.20"))).isEqualTo(Settlement.LATE);
        assertThat(budgets.settle(crashed, usd("0.20"))).isEqualTo(Settlement.NOTHING);
        assertThat(budgets.settle(next, usd("0.30"))).isEqualTo(Settlement.BOOKED);
        assertThat(spentOf(budgets)).isEqualTo(usd("0.50"));
    }

    @Test
    void settlesLateWhereNobodyElseHasLookedMeanwhile() {
        Budgets budgets = budgets(policy("ai: {per: user per day, tools: {draft: 1 USD}, expires: 1m}"));
        Reservation settled = reserved(budgets.reserve("draft", ANN, usd("0.40")));
        Reservation released = reserved(budgets.reserve("draft", ANN, usd("0.40")));
        given.clock.forward(Duration.ofMinutes(1));
        assertThat(budgets.settle(settled, usd("0.40"))).isEqualTo(Settlement.LATE);
        assertThat(budgets.release(released)).isEqualTo(Settlement.LATE);
        assertThat(spentOf(budgets)).isEqualTo(usd("0.40"));
    }

    @Test
    void countsARunInTheWindowInWhichItWasReserved() {
        Budgets budgets = budgets(policy(AI));
        Reservation yesterdays = reserved(budgets.reserve("draft", ANN));
        given.clock.forward(Duration.ofHours(12));
        assertThat(budgets.settle(yesterdays, usd("1"))).isEqualTo(Settlement.NOTHING);
        assertThat(spentOf(budgets)).isEqualTo(Money.ZERO);
    }

    @Test
    void knowsNothingOfARunOfAWindowThatOthersHaveLeft() {
        Budgets budgets = budgets(policy(AI));
        Reservation yesterdays = reserved(budgets.reserve("draft", ANN));
        given.clock.forward(Duration.ofHours(12));
        spend(budgets, "draft", ANN, "0.10");
        assertThat(budgets.settle(yesterdays, usd("1"))).isEqualTo(Settlement.NOTHING);
        assertThat(spentOf(budgets)).isEqualTo(usd("0.10"));
    }

    @Test
    void beginsNoDayAnewWhereTheClockIsSetBack() {
        Budgets budgets = budgets(policy(AI));
        spend(budgets, "draft", ANN, "1");
        given.clock.back(Duration.ofDays(1));
        assertThat(denied(budgets.reserve("draft", ANN)).turnsIn()).isEqualTo(Duration.ofHours(36));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,2026-02-01T00:00:00Z",
        "2026-01-31T23:59:59.999Z,2026-02-01T00:00:00Z",
        "2026-02-28T23:59:59Z,2026-03-01T00:00:00Z",
        "2028-02-28T12:00:00Z,2028-03-01T00:00:00Z",
        "2028-02-29T12:00:00Z,2028-03-01T00:00:00Z",
        "2026-03-29T01:30:00Z,2026-04-01T00:00:00Z",
        "2026-04-30T23:00:00Z,2026-05-01T00:00:00Z",
        "2026-12-31T23:59:59Z,2027-01-01T00:00:00Z",
        "2100-02-28T00:00:00Z,2100-03-01T00:00:00Z"
    })
    void turnsAMonthAtMidnightOfItsFirstDayInUtc(Instant now, Instant turns) {
        Budgets budgets = budgets(policy("all: {per: tenant per month, tools: {draft: 1 USD}}"));
        given.clock.forward(Duration.between(given.clock.instant(), now));
        Budgets fresh = now.isBefore(Instant.parse("2026-11-24T12:00:00Z"))
                ? budgets(policy("all: {per: tenant per month, tools: {draft: 1 USD}}"))
                : budgets;
        spend(fresh, "draft", ANN, "1");
        assertThat(denied(fresh.reserve("draft", BOB)).turnsIn()).isEqualTo(Duration.between(now, turns));
        given.clock.forward(Duration.between(now, turns));
        reserved(fresh.reserve("draft", BOB));
    }

    @Test
    void countsAnAliasForTheToolBehindIt() {
        Budgets budgets =
                budgets(policy("ai: {per: user per day, tools: {draft: 1 USD}, aliases: {writer: draft, wr: draft}}"));
        spend(budgets, "writer", ANN, "0.60");
        spend(budgets, "wr", ANN, "0.30");
        Reservation last = reserved(budgets.reserve("draft", ANN));
        assertThat(last.tool()).isEqualTo("draft");
        assertThat(last.amount()).isEqualTo(usd("0.60"));
        denied(budgets.reserve("writer", ANN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Draft", "draft ", " draft", "drafts", "writer", "total", "spent", "held"})
    void hasNoBudgetForAToolThatNobodyNamed(String tool) {
        assertThat(budgets(policy(AI)).reserve(tool, ANN)).isEqualTo(new Answer.NoBudget());
    }

    @Test
    void hasNoBudgetForNobody() {
        assertThat(budgets(policy(AI)).reserve("draft", NOBODY)).isEqualTo(new Answer.NoBudget());
        assertThat(budgets(policy("all: {per: tenant per day, tools: {draft: 1 USD}}"))
                        .reserve("draft", NOBODY))
                .isEqualTo(new Answer.NoBudget());
    }

    @Test
    void deniesWhatAllToolsTogetherHaveSpent() {
        Budgets budgets =
                budgets(policy("ai: {per: user per day, tools: {draft: 1 USD, agent: 1 USD}, total: 1.20 USD}"));
        spend(budgets, "draft", ANN, "0.70");
        Reservation run = reserved(budgets.reserve("agent", ANN, usd("0.50")));
        assertThat(denied(budgets.reserve("draft", ANN)))
                .isEqualTo(new Answer.Denied("ai", usd("1.20"), usd("0.70"), usd("0.50"), Duration.ofHours(12)));
        budgets.settle(run, usd("0.40"));
        reserved(budgets.reserve("draft", ANN, usd("0.01")));
    }

    @Test
    void deniesARunThatFitsInOneOfTwoBudgetsAndHoldsNothingInTheOther() {
        Budgets budgets = budgets(policy("""
                ai: {per: user per day, tools: {draft: 1 USD}}
                all: {per: tenant per day, tools: {draft: 1.50 USD}}
                """));
        spend(budgets, "draft", ANN, "0.90");
        spend(budgets, "draft", BOB, "0.60");
        assertThat(denied(budgets.reserve("draft", BOB)).budget()).isEqualTo("all");
        Caller cat = Given.user("cat", "other");
        Reservation both = reserved(budgets.reserve("draft", cat, usd("0.10")));
        assertThat(budgets.settle(both, usd("0.10"))).isEqualTo(Settlement.BOOKED);
        assertThat(denied(budgets.reserve("draft", BOB)).held()).isEqualTo(Money.ZERO);
    }

    @Test
    void givesBackWhatTheFirstBudgetHeldWhereTheSecondDenies() {
        SecurityPolicy policy = policy("""
                ai: {per: user per day, tools: {draft: 1 USD}}
                all: {per: tenant per day, tools: {draft: 1.50 USD}}
                """);
        Budgets budgets = budgets(policy);
        Reservation full = reserved(budgets.reserve("draft", ANN, usd("1.50")));
        assertThat(denied(budgets.reserve("draft", BOB, usd("1"))).budget()).isEqualTo("all");
        budgets.release(full);
        assertThat(reserved(budgets.reserve("draft", BOB, usd("0.10"))).amount())
                .isEqualTo(usd("0.10"));
    }

    @Test
    void isOneBudgetForAllNodesOrOfEachNode() {
        Budgets one = budgets(policy(AI));
        Budgets other = beside(policy(AI));
        spend(one, "draft", ANN, "0.50");
        Reservation run = reserved(other.reserve("draft", ANN, usd("0.50")));
        assertThat(one.settle(run, usd("0.50"))).isNotNull();
    }

    @Test
    void tellsOfADenialOnceAndRecordsItWithoutSayingWhoInTheEvent() {
        Budgets budgets = budgets(policy(AI));
        spend(budgets, "draft", ANN, "0.10");
        reserved(budgets.reserve("draft", ANN, usd("1")));
        given.seen.clear();
        denied(budgets.reserve("draft", ANN));
        assertThat(given.seen).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.DENIED);
            assertThat(event.control()).isEqualTo(Control.RATE_6);
            assertThat(event.reason()).isEqualTo("budget");
            assertThat(event.at()).isEqualTo(given.clock.instant());
            assertThat(event.details())
                    .containsEntry("budget", "ai")
                    .containsEntry("tool", "draft")
                    .hasEntrySatisfying(
                            "key", key -> assertThat(key).hasSize(22).doesNotContain("ann"));
        });
        assertThat(given.audit.records()).singleElement().satisfies(record -> {
            assertThat(record.outcome()).isEqualTo(AuditRecord.Outcome.DENIED);
            assertThat(record.control()).isEqualTo(Control.RATE_6);
            assertThat(record.action()).isEqualTo("spend");
            assertThat(record.actor()).contains("ann");
            assertThat(record.tenant()).contains("acme");
            assertThat(record.target()).contains("draft");
            assertThat(record.details()).containsEntry("budget", "ai").containsEntry("reason", "budget");
        });
    }

    @ParameterizedTest
    @CsvSource({"0.79,0.01", "0.799999,0.000001", "0.10,5"})
    void tellsOnceOfABudgetOfWhichEightyPercentAreSpent(String before, String then) {
        Budgets budgets = budgets(policy(AI));
        spend(budgets, "draft", ANN, before);
        assertThat(given.seen).isEmpty();
        spend(budgets, "draft", ANN, then);
        assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.NOTICED);
        assertThat(given.seen.get(0).reason()).isEqualTo("budget");
        if (budgets.reserve("draft", ANN, usd("0.01")) instanceof Answer.Reserved more) {
            budgets.settle(more.reservation(), usd("0.01"));
        }
        assertThat(given.seen.stream().filter(event -> event.outcome() == Outcome.NOTICED))
                .hasSize(1);
    }

    @Test
    void tellsOfATotalOfWhichEightyPercentAreSpent() {
        Budgets budgets = budgets(policy("ai: {per: user per day, tools: {draft: 1 USD, agent: 1 USD}, total: 1 USD}"));
        spend(budgets, "draft", ANN, "0.40");
        spend(budgets, "agent", ANN, "0.39");
        assertThat(given.seen).isEmpty();
        spend(budgets, "agent", ANN, "0.01");
        assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.NOTICED);
        budgets.settle(reserved(budgets.reserve("draft", ANN, usd("0.01"))), Money.ZERO);
        assertThat(given.seen).hasSize(1);
    }

    @Test
    void countsAndDeniesNothingInShadow() {
        Budgets budgets = budgets(policy(AI, accepted("modes: {RATE-6: shadow}")));
        spend(budgets, "draft", ANN, "1");
        given.seen.clear();
        Reservation over = reserved(budgets.reserve("draft", ANN, usd("1")));
        assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.SHADOWED);
        assertThat(given.audit.records()).isEmpty();
        assertThat(budgets.settle(over, usd("1"))).isEqualTo(Settlement.BOOKED);
    }

    @Test
    void countsNothingWhereItIsDisabled() {
        Budgets budgets = budgets(policy(AI, accepted("modes: {RATE-6: disabled}")));
        Reservation free = reserved(budgets.reserve("draft", ANN));
        assertThat(free.amount()).isEqualTo(Money.ZERO);
        assertThat(free).hasToString("Reservation[draft, 0.00 USD]");
        assertThat(budgets.settle(free, usd("9"))).isEqualTo(Settlement.NOTHING);
        reserved(budgets.reserve("draft", ANN));
        assertThat(budgets.reserve("other", ANN)).isEqualTo(new Answer.NoBudget());
        assertThat(given.seen).isEmpty();
    }

    static String accepted(String more) {
        return more + "\naccept: [{control: RATE-6, why: a test, by: me, until: "
                + LocalDate.now(ZoneOffset.UTC).plusDays(30) + "}]";
    }
}
