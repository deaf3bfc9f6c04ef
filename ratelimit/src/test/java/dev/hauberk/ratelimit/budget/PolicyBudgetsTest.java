package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.ANN;
import static dev.hauberk.ratelimit.budget.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.UnavailableException;
import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import dev.hauberk.ratelimit.budget.Budgets.Settlement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several budgets of one tool whose stores answer as they are told. */
@Tag("RATE-6")
class PolicyBudgetsTest {
    private static final String TWO = """
            ai: {per: user per day, tools: {draft: 1 USD}}
            all: {per: tenant per day, tools: {draft: 2 USD}}
            """;

    private final Given given = new Given();
    private final Map<String, Told> stores = new HashMap<>();

    /** A store that answers what it is told, and otherwise says yes. */
    private static final class Told implements BudgetStore {
        private final Deque<Settlement> endings = new ArrayDeque<>();
        private boolean room = true;
        private boolean endingFails;
        private int failures;
        private int ended;

        @Override
        public Room reserve(String who, Demand demand) {
            mayFail();
            return new Room(room, demand.bounds().tool(), usd("1"), Money.ZERO, Duration.ofHours(1));
        }

        @Override
        public Ending end(String who, String id, Optional<Money> cost, Bounds bounds) {
            failures += endingFails ? 1 : 0;
            mayFail();
            ended++;
            return new Ending(endings.isEmpty() ? Settlement.BOOKED : endings.poll(), false);
        }

        private void mayFail() {
            if (failures > 0) {
                failures--;
                throw new UnavailableException("it does not answer");
            }
        }
    }

    private Budgets budgets() {
        return PolicyBudgets.of(
                Given.policy(TWO),
                Given.KEYS,
                new Witness(given.events, given.audit, given.clock),
                (name, budget) -> stores.computeIfAbsent(name, same -> new Told()));
    }

    private Told store(String name) {
        return stores.computeIfAbsent(name, same -> new Told());
    }

    private static Reservation reserved(Budgets budgets) {
        return BudgetsContract.reserved(budgets.reserve("draft", ANN));
    }

    @Test
    void deniesWhereASecondBudgetHasNoRoomThoughTheFirstCannotBeGivenBack() {
        Budgets budgets = budgets();
        store("all").room = false;
        store("ai").endingFails = true;
        Answer.Denied denied = BudgetsContract.denied(budgets.reserve("draft", ANN));
        assertThat(denied).isEqualTo(new Answer.Denied("all", usd("2"), usd("1"), Money.ZERO, Duration.ofHours(1)));
        assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.FAILED, Outcome.DENIED);
        assertThat(given.seen)
                .extracting(event -> event.details().get("budget"))
                .containsExactly("ai", "all");
        assertThat(given.seen).extracting(event -> event.details().get("tool")).containsOnly("draft");
        assertThat(given.seen)
                .extracting(event -> event.details().get("key"))
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).hasSize(22));
    }

    @Test
    void givesBackWhatTheFirstHeldOnceWhereTheSecondDenies() {
        Budgets budgets = budgets();
        store("all").room = false;
        BudgetsContract.denied(budgets.reserve("draft", ANN));
        assertThat(store("ai").ended).isEqualTo(1);
        assertThat(store("all").ended).isZero();
        assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.DENIED);
    }

    @Test
    void tellsOfAStoreThatDoesNotAnswerAndGrantsNothing() {
        Budgets budgets = budgets();
        store("ai").failures = 1;
        assertThatThrownBy(() -> budgets.reserve("draft", ANN)).isInstanceOf(UnavailableException.class);
        assertThat(given.seen).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(event.reason()).isEqualTo("error");
        });
    }

    @Test
    void settlesTheSecondBudgetWhereTheFirstWasSettledBeforeAFailure() {
        Budgets budgets = budgets();
        Reservation run = reserved(budgets);
        store("all").failures = 1;
        assertThatThrownBy(() -> budgets.settle(run, usd("1"))).isInstanceOf(UnavailableException.class);
        store("ai").endings.add(Settlement.NOTHING);
        assertThat(budgets.settle(run, usd("1"))).isEqualTo(Settlement.BOOKED);
    }

    @ParameterizedTest
    @CsvSource({
        "BOOKED,BOOKED,BOOKED",
        "BOOKED,LATE,BOOKED",
        "LATE,BOOKED,BOOKED",
        "LATE,NOTHING,LATE",
        "NOTHING,LATE,LATE",
        "NOTHING,NOTHING,NOTHING"
    })
    void saysTheBestThatCameOfAnyBudget(Settlement first, Settlement second, Settlement said) {
        Budgets budgets = budgets();
        Reservation run = reserved(budgets);
        store("ai").endings.add(first);
        store("all").endings.add(second);
        assertThat(budgets.settle(run, usd("0.20"))).isEqualTo(said);
        boolean learnt = said != Settlement.NOTHING;
        assertThat(reserved(budgets).amount()).isEqualTo(usd(learnt ? "0.20" : "2"));
    }

    @Test
    void hasOneBudgetForEachThatAPolicyNames() {
        budgets();
        assertThat(stores.keySet()).containsExactlyInAnyOrderElementsOf(List.of("ai", "all"));
    }
}
