package dev.hauberk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RBAC-4")
class CallerTest {
    private static final ClientAddress ADDRESS = ClientAddress.ofBytes(new byte[] {127, 0, 0, 1});
    private static final Optional<Tenant> ACME = Optional.of(new Tenant("acme"));

    @Test
    void isAnonymousWithNothingButAnAddress() {
        Caller caller = Caller.anonymous(ADDRESS);

        assertThat(caller.isAnonymous()).isTrue();
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.credential()).isEqualTo(new Credential.None());
    }

    @Test
    void refusesAnAnonymousCallerWhoHoldsAnything() {
        assertThatThrownBy(() -> anonymous(ACME, Set.of(), Map.of(), new Credential.None()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> anonymous(Optional.empty(), Set.of("admin"), Map.of(), new Credential.None()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        anonymous(Optional.empty(), Set.of(), Map.of("password", Instant.EPOCH), new Credential.None()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> anonymous(Optional.empty(), Set.of(), Map.of(), new Credential.Session("s")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannotBeChangedByWhoeverGaveItItsRoles() {
        Set<String> roles = new HashSet<>(Set.of("user"));
        Map<String, Instant> factors = new HashMap<>();
        Caller caller = new Caller(Optional.of("u1"), ACME, roles, factors, new Credential.Session("s1"), ADDRESS);
        roles.add("admin");
        factors.put("totp", Instant.EPOCH);

        assertThat(caller.roles()).containsExactly("user");
        assertThat(caller.factors()).isEmpty();
        assertThat(caller.isAnonymous()).isFalse();
        assertThatThrownBy(() -> caller.roles().add("admin")).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Caller anonymous(
            Optional<Tenant> tenant, Set<String> roles, Map<String, Instant> factors, Credential credential) {
        return new Caller(Optional.empty(), tenant, roles, factors, credential, ADDRESS);
    }
}
