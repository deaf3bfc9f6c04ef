package dev.hauberk.servlet;

import dev.hauberk.Control;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.identity.session.SessionStore;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.FailurePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Limits;
import dev.hauberk.ratelimit.Lockouts;
import dev.hauberk.ratelimit.budget.Budgets;
import dev.hauberk.store.RedisScripts;
import java.time.InstantSource;

/** Limits, budgets, attempts and lockouts in Redis, and everything else where it was. */
record RedisStores(Stores others, RedisScripts redis) implements Stores {
    @Override
    public SessionStore sessions() {
        return others.sessions();
    }

    @Override
    public AuditTrail audit() {
        return others.audit();
    }

    @Override
    public Limits limits(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock) {
        return Limits.redis(policy, redis, keys, events, clock);
    }

    @Override
    public Budgets budgets(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock) {
        return Budgets.redis(policy, redis, keys, events, audit(), clock);
    }

    @Override
    public Attempts attempts(SecurityPolicy policy, InstantSource clock) {
        return Attempts.redis(guarded(policy), policy.signIn().attempts());
    }

    @Override
    public Lockouts lockouts(SecurityPolicy policy, InstantSource clock) {
        return Lockouts.redis(guarded(policy), policy.signIn().lockout());
    }

    /** Nobody waits for longer than the policy's limits do, since it is the same Redis. */
    private RedisScripts guarded(SecurityPolicy policy) {
        return redis.within(policy.failures()
                .getOrDefault(Control.RATE_1, FailurePolicy.DEFAULT)
                .within());
    }
}
