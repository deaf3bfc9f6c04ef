package dev.hauberk.rbac.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.RoutePolicy.Access;
import dev.hauberk.policy.RoutePolicy.Tenants;
import dev.hauberk.rbac.Callers;
import dev.hauberk.rbac.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ModesTest {
    private static final Caller HALF = Callers.with("admin");
    private static final Caller NOBODYS = Callers.of(Optional.empty(), Set.of("admin"));

    @Test
    @Tag("AUTHN-5")
    void grantsInShadowModeAndTellsWhatItWouldHaveDenied() {
        Routes routes = routes(Map.of(Control.AUTHN_5, Mode.SHADOW));
        Optional<RoutePolicy> rule = routes.match("GET", "/me");

        assertThat(routes.decide(HALF, rule)).isEqualTo(new Granted(Control.RBAC_4, "Java", "not enforced"));
        assertThat(routes.shadowed(HALF, rule)).extracting(Denied::reason).containsExactly(Reason.FACTOR);
    }

    @Test
    @Tag("AUTHN-5")
    void neitherDeniesNorTellsWhatIsDisabled() {
        Routes routes = routes(Map.of(Control.AUTHN_5, Mode.DISABLED));
        Optional<RoutePolicy> rule = routes.match("GET", "/me");

        assertThat(routes.decide(HALF, rule).isGranted()).isTrue();
        assertThat(routes.shadowed(HALF, rule)).isEmpty();
    }

    @Test
    @Tag("RBAC-4")
    void grantsAnybodyAnythingWhereRoutesAreInShadowMode() {
        Routes routes = routes(Map.of(Control.RBAC_4, Mode.SHADOW));
        Caller anonymous = Callers.anonymous();
        Optional<RoutePolicy> rule = routes.match("GET", "/me");

        assertThat(routes.decide(anonymous, rule).isGranted()).isTrue();
        assertThat(routes.shadowed(anonymous, rule)).extracting(Denied::reason).containsExactly(Reason.ANONYMOUS);
        assertThat(routes.decide(anonymous, Optional.empty()).isGranted()).isTrue();
        assertThat(routes.shadowed(anonymous, Optional.empty()))
                .extracting(Denied::reason)
                .containsExactly(Reason.NO_RULE);
    }

    @Test
    @Tag("RBAC-4")
    void enforcesOneControlWhereAnotherIsInShadowMode() {
        Routes routes = routes(Map.of(Control.RBAC_4, Mode.SHADOW));
        Optional<RoutePolicy> rule = routes.match("GET", "/other");
        Decision decision = routes.decide(HALF, rule);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.control()).isEqualTo(Control.AUTHN_5));
        assertThat(routes.shadowed(HALF, rule)).extracting(Denied::reason).containsExactly(Reason.ROLE);
    }

    @Test
    @Tag("RBAC-5")
    void tellsEveryControlThatOnlyWatches() {
        Routes routes =
                routes(Map.of(Control.RBAC_4, Mode.SHADOW, Control.AUTHN_5, Mode.SHADOW, Control.RBAC_5, Mode.SHADOW));
        Optional<RoutePolicy> rule = routes.match("GET", "/other");

        assertThat(routes.decide(NOBODYS, rule).isGranted()).isTrue();
        assertThat(routes.shadowed(NOBODYS, rule))
                .extracting(Denied::control)
                .containsExactly(Control.AUTHN_5, Control.RBAC_4, Control.RBAC_5);
    }

    @Test
    @Tag("RBAC-4")
    void tellsNothingWhereEverythingIsEnforced() {
        Routes routes = routes(Map.of());
        Optional<RoutePolicy> rule = routes.match("GET", "/other");

        assertThat(routes.decide(NOBODYS, rule).isGranted()).isFalse();
        assertThat(routes.shadowed(NOBODYS, rule)).isEmpty();
        assertThat(routes.shadowed(NOBODYS, Optional.empty())).isEmpty();
    }

    private static Routes routes(Map<Control, Mode> modes) {
        return Routes.of(Policies.unchecked(
                List.of(),
                Map.of("admin", Policies.role(Set.of(), Set.of()), "other", Policies.role(Set.of(), Set.of())),
                List.of(
                        Rules.rule("/me", Set.of(), Optional.of(Access.SIGNED_IN), Set.of(), Set.of(), Tenants.OWN),
                        Rules.rule("/other", Set.of(), Optional.empty(), Set.of("other"), Set.of(), Tenants.OWN)),
                modes,
                Set.of("admin")));
    }
}
