package dev.hauberk.rbac;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Credential;
import dev.hauberk.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Callers for tests. */
public final class Callers {
    /** Whose they are, unless told otherwise. */
    public static final Tenant ACME = new Tenant("acme");

    /** Somebody else's. */
    public static final Tenant GLOBEX = new Tenant("globex");

    private static final ClientAddress ADDRESS = ClientAddress.ofBytes(new byte[] {127, 0, 0, 1});
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private Callers() {}

    /** Nobody in particular. */
    public static Caller anonymous() {
        return Caller.anonymous(ADDRESS);
    }

    /** Somebody of acme with these roles, who has shown a password. */
    public static Caller with(String... roles) {
        return of(Optional.of(ACME), Set.of(roles), "password");
    }

    /** Somebody with these roles, who has shown these factors. */
    public static Caller of(Optional<Tenant> tenant, Set<String> roles, String... factors) {
        Map<String, Instant> shown =
                Set.of(factors).stream().collect(Collectors.toMap(factor -> factor, factor -> NOON));
        return new Caller(Optional.of("u1"), tenant, roles, shown, new Credential.Session("s1"), ADDRESS);
    }
}
