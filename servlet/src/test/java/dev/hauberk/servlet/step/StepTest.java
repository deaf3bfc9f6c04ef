package dev.hauberk.servlet.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.UnavailableException;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("RBAC-4")
class StepTest {
    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private final Handler application = (request, response) -> {
        if (request.getParameter("throw") != null) {
            throw new IllegalStateException("the application's own");
        }
        response.getOutputStream().print("reached");
    };

    private Refusals refusals(Toll toll) {
        Events events = new Events();
        events.subscribe(seen::add);
        return Refusals.of(events, InstantSource.system(), toll);
    }

    private Step step(Mode mode, Toll toll, Function<HttpServletRequest, Verdict> judgement) {
        return new Step(Control.INPUT_1, mode, refusals(toll)) {
            @Override
            protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
                return judgement.apply(request);
            }
        };
    }

    private static Verdict refuse(HttpServletRequest request) {
        return new Verdict.Refuse(
                new Decision.Denied(Control.INPUT_1, "a rule", Reason.INPUT, "nothing"),
                Problem.of(ProblemCode.INPUT),
                request);
    }

    private static Verdict fail() {
        throw new IllegalStateException("canary ada@acme.example");
    }

    private Reply ask(Container container, Step step) {
        try (Served served = container.start(List.of(step), application.servlet())) {
            return served.get("/");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesWhereItsJudgementThrows(Container container) {
        for (Mode mode : List.of(Mode.ENFORCE, Mode.SHADOW)) {
            seen.clear();
            Reply reply = ask(container, step(mode, Toll.none(), request -> fail()));
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.text()).contains("\"code\":\"internal\"").doesNotContain("canary", "reached");
            assertThat(seen).singleElement().satisfies(event -> {
                assertThat(event.outcome()).isEqualTo(Event.Outcome.FAILED);
                assertThat(event.details().toString()).doesNotContain("canary");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void saysThatSomethingDoesNotAnswerWhereThatIsWhy(Container container) {
        Reply reply = ask(container, step(Mode.ENFORCE, Toll.none(), request -> {
            throw new UnavailableException("the store");
        }));
        assertThat(reply.status()).isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesInEnforceModeAlone(Container container) {
        assertThat(ask(container, step(Mode.ENFORCE, Toll.none(), StepTest::refuse))
                        .status())
                .isEqualTo(400);
        assertThat(ask(container, step(Mode.SHADOW, Toll.none(), StepTest::refuse))
                        .text())
                .isEqualTo("reached");
        assertThat(ask(container, step(Mode.DISABLED, Toll.none(), StepTest::refuse))
                        .text())
                .isEqualTo("reached");
        assertThat(seen).extracting(Event::outcome).containsExactly(Event.Outcome.DENIED, Event.Outcome.SHADOWED);
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-5")
    void answersWithTheTollWhereThatIsNotGranted(Container container) {
        Toll tooMany = (request, response) -> Optional.of(Problem.of(ProblemCode.LIMITED));
        assertThat(ask(container, step(Mode.ENFORCE, tooMany, StepTest::refuse)).status())
                .isEqualTo(429);
        Toll failing = (request, response) -> {
            throw new UnavailableException("the store");
        };
        assertThat(ask(container, step(Mode.ENFORCE, failing, StepTest::refuse)).status())
                .isEqualTo(503);
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void leavesWhatTheApplicationThrowsToTheContainer(Container container) {
        Step step = step(Mode.ENFORCE, Toll.none(), Verdict.Pass::new);
        try (Served served = container.start(List.of(step), application.servlet())) {
            assertThat(served.get("/?throw=1").status()).isEqualTo(500);
            assertThat(seen).isEmpty();
        }
    }
}
