package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.SecurityPolicy;
import java.util.List;

/** In memory. */
class MemoryRoundsTest extends RoundsContract {
    @Override
    List<Budgets> nodes(SecurityPolicy policy) {
        return List.of(Budgets.inMemory(policy, Given.KEYS, given.events, given.audit, given.clock));
    }
}
