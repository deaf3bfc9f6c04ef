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
import dev.hauberk.store.RedisScripts;
import java.time.InstantSource;

/** Where what must be remembered is kept: one kind of store for each kind of state. Thread-safe. */
public interface Stores {
    /** Sessions. */
    SessionStore sessions();

    /** What must be provable later. An application's accounts append to the same trail. */
    AuditTrail audit();

    /**
     * Limits of requests.
     *
     * @param keys what hides callers from whoever reads a store that nodes share
     */
    Limits limits(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock);

    /**
     * What tools may cost.
     *
     * @param keys what hides callers from whoever reads a store that nodes share
     */
    Budgets budgets(SecurityPolicy policy, KeyRing keys, Events events, InstantSource clock);

    /** Attempts to sign in. */
    Attempts attempts(SecurityPolicy policy, InstantSource clock);

    /** Locked accounts. */
    Lockouts lockouts(SecurityPolicy policy, InstantSource clock);

    /**
     * Whether what is kept outlives this process or is seen by another, so that keys that end with the process cannot serve it. Yes, unless
     * a store says otherwise.
     */
    default boolean isShared() {
        return true;
    }

    /**
     * The same, but what nodes share quickly is in Redis: limits, budgets, attempts to sign in and lockouts. What limits and
     * budgets do while it does not answer is in the policy's section {@code failures}; nobody signs in by password then.
     */
    default Stores withRedis(RedisScripts redis) {
        return new RedisStores(this, redis);
    }

    /** Stores of this process alone, for one node: they end with it. */
    static Stores inMemory() {
        return new InMemoryStores();
    }
}
