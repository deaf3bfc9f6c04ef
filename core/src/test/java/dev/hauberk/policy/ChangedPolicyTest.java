package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("POSTURE-2")
class ChangedPolicyTest {
    private static final SecurityPolicy BEFORE = SecurityPolicy.of(Map.of());
    private static final RolePolicy ROLE = new RolePolicy(0, false, Set.of(), Set.of(), Set.of());

    static Stream<Arguments> changes() {
        FactorPolicy factors =
                new FactorPolicy(Set.of("member"), BEFORE.factors().by());
        InputPolicy input = BEFORE.input().withBodies(Map.of("note", Map.of()));
        RoutePolicy route = SecurityPolicy.of(Map.of(
                        "routes",
                        List.of(Map.of("path", "/a", "access", "public", "limit", "l")),
                        "limits",
                        Map.of("l", "30 per 1m per address")))
                .routes()
                .get(0);
        Map<Control, Mode> modes = Map.of(Control.RATE_5, Mode.SHADOW);
        Map<String, Limit> limits = Map.of("api", Limit.parse("5 per 1m per user"));
        return Stream.of(
                Arguments.of("modes", modes, BEFORE.withModes(modes)),
                Arguments.of("factors", factors, BEFORE.withFactors(factors)),
                Arguments.of("permissions", List.of("a:b"), BEFORE.withPermissions(List.of("a:b"))),
                Arguments.of("roles", Map.of("member", ROLE), BEFORE.withRoles(Map.of("member", ROLE))),
                Arguments.of("routes", List.of(route), BEFORE.withRoutes(List.of(route))),
                Arguments.of("input", input, BEFORE.withInput(input)),
                Arguments.of("limits", limits, BEFORE.withLimits(limits)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changesOneSectionAndNoOther(String section, Object value, SecurityPolicy after) throws Exception {
        for (RecordComponent component : SecurityPolicy.class.getRecordComponents()) {
            Object now = component.getAccessor().invoke(after);
            if (component.getName().equals(section)) {
                assertThat(now)
                        .isEqualTo(value)
                        .isNotEqualTo(component.getAccessor().invoke(BEFORE));
            } else {
                assertThat(now).isEqualTo(component.getAccessor().invoke(BEFORE));
            }
        }
    }

    @Test
    void refusesInACopyWhatTheRecordRefuses() {
        Rate sixty = Rate.parse("60 per 15m");

        assertThatThrownBy(() -> Records.with(SignInPolicy.class, BEFORE.signIn(), "attempts", sixty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 20");
    }
}
