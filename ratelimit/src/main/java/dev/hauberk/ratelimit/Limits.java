package dev.hauberk.ratelimit;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Permit;
import java.util.Optional;

/**
 * The policy's limits by category (RATE-2, RATE-5). Publishes one event of RATE-4 per key and window when 80 % of a limit
 * are used. Thread-safe.
 */
public interface Limits {
    /**
     * Takes one for a caller, by what the category counts: one bucket a user, whichever sessions and keys it uses.
     *
     * @param category a name in {@code limits}; empty for a request that no rule matches, which takes of the strictest
     * @return what it says; empty where the policy has no limits at all
     */
    Optional<Permit> take(Optional<String> category, Caller caller);

    /** Takes one for an address, for a request that was refused before its caller was known. */
    Optional<Permit> take(Optional<String> category, ClientAddress address);
}
