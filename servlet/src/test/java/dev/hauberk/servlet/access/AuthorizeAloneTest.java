package dev.hauberk.servlet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Reason;
import dev.hauberk.audit.AuditException;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Coverage;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Toll;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The step on its own, where what it asks fails. */
@Tag("RBAC-4")
class AuthorizeAloneTest {
    private static final Decision DENIED = new Decision.Denied(Control.RBAC_4, "a rule", Reason.FACTOR, "nothing");

    private final List<Event> seen = new CopyOnWriteArrayList<>();

    /** Routes whose decision is whatever a test says. */
    private record Deciding(Supplier<Decision> decision) implements Routes {
        @Override
        public Optional<RoutePolicy> match(String method, String path) {
            return Optional.empty();
        }

        @Override
        public Decision decide(Caller caller, Optional<RoutePolicy> rule) {
            return decision.get();
        }

        @Override
        public List<Decision.Denied> shadowed(Caller caller, Optional<RoutePolicy> rule) {
            return List.of();
        }

        @Override
        public Coverage coverage(Collection<Mapping> mappings) {
            return new Coverage(List.of(), List.of());
        }

        @Override
        public boolean overlaps(RoutePolicy rule, Mapping mapping) {
            return false;
        }
    }

    private Reply ask(Container container, Supplier<Decision> decision, AuditTrail audit) {
        Events events = new Events();
        events.subscribe(seen::add);
        Refusals refusals = Refusals.of(events, InstantSource.system(), Toll.none());
        Authorize step = Authorize.of(new Deciding(decision), audit, InstantSource.system(), refusals);
        Handler application = (request, response) -> response.getOutputStream().print("reached");
        try (Served served = container.start(List.of(step), application.servlet())) {
            return served.get("/anything");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void deniesWhereTheDecisionFails(Container container) {
        Supplier<Decision> failing = () -> {
            throw new IllegalStateException("canary");
        };
        Reply reply = ask(container, failing, AuditTrail.inMemory(1));
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).doesNotContain("reached", "canary");
        assertThat(seen).extracting(Event::outcome).containsExactly(Event.Outcome.FAILED);
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RBAC-6")
    void deniesWhereTheDenialCannotBeRecorded(Container container) {
        AuditTrail broken = record -> {
            throw new AuditException("the trail is full", new IllegalStateException());
        };
        assertThat(ask(container, () -> DENIED, broken).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void letsThroughWhatIsGrantedAlone(Container container) {
        Decision granted = new Decision.Granted(Control.RBAC_4, "a rule", "a role");
        assertThat(ask(container, () -> granted, AuditTrail.inMemory(1)).text()).isEqualTo("reached");
        assertThat(ask(container, () -> DENIED, AuditTrail.inMemory(1)).status())
                .isEqualTo(401);
    }
}
