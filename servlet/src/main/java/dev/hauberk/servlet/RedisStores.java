package dev.hauberk.servlet;

import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.identity.session.SessionStore;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.Lockout;
import dev.hauberk.policy.Rate;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Limits;
import dev.hauberk.ratelimit.Lockouts;
import dev.hauberk.store.RedisScripts;
import java.time.InstantSource;

/** Limits in Redis, and everything else where it was. */
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
    public Attempts attempts(Rate rate, InstantSource clock) {
        return others.attempts(rate, clock);
    }

    @Override
    public Lockouts lockouts(Lockout lockout, InstantSource clock) {
        return others.lockouts(lockout, clock);
    }
}
