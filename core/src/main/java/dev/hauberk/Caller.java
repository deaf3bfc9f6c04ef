package dev.hauberk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking. Never null: somebody who has shown nothing is {@link #anonymous}.
 *
 * <p>Built by authentication alone, from what the application's accounts say and never from what a request says, and
 * immutable from then on.
 *
 * @param user the user's opaque id; empty for an anonymous caller
 * @param tenant whose data the caller may reach; empty for an anonymous caller
 * @param roles the names of the caller's roles, as the policy file writes them; empty for an anonymous caller
 * @param factors which factors were shown, and when, for example {@code password}
 * @param credential what was shown
 * @param address where the request comes from, as the trusted-proxy rule says
 */
public record Caller(
        Optional<String> user,
        Optional<Tenant> tenant,
        Set<String> roles,
        Map<String, Instant> factors,
        Credential credential,
        ClientAddress address) {
    /** @throws IllegalArgumentException where a caller without a user has a tenant, roles, factors or a credential */
    public Caller {
        roles = Set.copyOf(roles);
        factors = Map.copyOf(factors);
        if (user.isEmpty()
                && (tenant.isPresent()
                        || !roles.isEmpty()
                        || !factors.isEmpty()
                        || !(credential instanceof Credential.None))) {
            throw new IllegalArgumentException("an anonymous caller has no tenant, roles, factors or credential");
        }
    }

    /** Somebody of whom only the address is known. */
    public static Caller anonymous(ClientAddress address) {
        return new Caller(Optional.empty(), Optional.empty(), Set.of(), Map.of(), new Credential.None(), address);
    }

    /** Whether nobody has shown who they are. */
    public boolean isAnonymous() {
        return user.isEmpty();
    }
}
