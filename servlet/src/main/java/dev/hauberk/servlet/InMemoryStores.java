package dev.hauberk.servlet;

import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.identity.session.SessionStore;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Limits;
import dev.hauberk.ratelimit.Lockouts;
import dev.hauberk.ratelimit.budget.Budgets;
import java.time.InstantSource;

/** The memory of this process. */
final class InMemoryStores implements Stores {
    private static final int RECORDS = 10_000;

    private final SessionStore sessions = SessionStore.inMemory();
    private final AuditTrail audit = AuditTrail.inMemory(RECORDS);

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public SessionStore sessions() {
        return sessions;
    }

    @Override
    public AuditTrail audit() {
        return audit;
    }

    @Override
    public Limits limits(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock) {
        return Limits.inMemory(policy, events, clock);
    }

    @Override
    public Budgets budgets(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock) {
        return Budgets.inMemory(policy, keys, events, audit, clock);
    }

    @Override
    public Attempts attempts(SecurityPolicy policy, InstantSource clock) {
        return Attempts.inMemory(policy.signIn().attempts(), clock);
    }

    @Override
    public Lockouts lockouts(SecurityPolicy policy, InstantSource clock) {
        return Lockouts.inMemory(policy.signIn().lockout(), clock);
    }
}
