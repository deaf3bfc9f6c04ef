package dev.hauberk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", "a\u0085b"})
    @Tag("RBAC-5")
    void refusesATenantThatIsBlankOrHoldsControlCharacters(String id) {
        assertThatThrownBy(() -> new Tenant(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("RBAC-5")
    void foldsAndTrimsNoTenant() {
        assertThat(new Tenant("acme")).isEqualTo(new Tenant("acme")).hasToString("acme");
        assertThat(new Tenant("acme")).isNotEqualTo(new Tenant("Acme")).isNotEqualTo(new Tenant("acme "));
        assertThat(new Tenant("\u00e9")).isNotEqualTo(new Tenant("e\u0301"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "users",
                "users:",
                ":read",
                "users:*",
                "Users:read",
                "users:Read",
                "users:read ",
                "users:read:all",
                "users.read",
                "üsers:read",
                "1users:read"
            })
    @Tag("RBAC-3")
    void refusesWhatIsNoPermission(String name) {
        assertThatThrownBy(() -> Permission.parse(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"users:read", "users:manage_roles", "workbench:ai_execution", "a-b:c-1"})
    @Tag("RBAC-3")
    void takesAPermission(String name) {
        assertThat(Permission.parse(name)).hasToString(name);
    }

    @Test
    @Tag("RATE-3")
    void refusesAPermitWithAnythingNegative() {
        assertThatThrownBy(() -> new Permit(true, -1, 0, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Permit(true, 1, -1, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Permit(true, 1, 0, Duration.ofMillis(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Permit(true, 1, 0, Duration.ZERO, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("RBAC-4")
    void saysWhetherADecisionGrants() {
        assertThat(new Decision.Granted(Control.RBAC_4, "hauberk.yml:1", "role a").isGranted())
                .isTrue();
        assertThat(new Decision.Denied(Control.RBAC_4, "routes", Reason.NO_RULE, "").isGranted())
                .isFalse();
    }

    @Test
    @Tag("RBAC-5")
    void namesOneThingOrAllOfAKind() {
        Tenant acme = new Tenant("acme");

        assertThat(Resource.of("prompt", "1", acme))
                .isEqualTo(new Resource("prompt", Optional.of("1"), Optional.of(acme)));
        assertThat(Resource.allOf("prompt", acme).id()).isEmpty();
    }
}
