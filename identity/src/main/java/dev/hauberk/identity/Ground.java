package dev.hauberk.identity;

import dev.hauberk.Events;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.SecurityPolicy;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What every part of this room stands on: the policy, the keys, who hears of what happens, the time and the dice. One for
 * an application, made by the wiring.
 *
 * @param policy what is asked
 * @param keys for tokens that are stored, and for pseudonyms
 * @param events what happens, for metrics and detection
 * @param audit what happens, for later proof
 * @param clock the time
 * @param random for ids and secrets
 */
public record Ground(
        SecurityPolicy policy,
        KeyRing keys,
        Events events,
        AuditTrail audit,
        InstantSource clock,
        SecureRandom random) {
    /** A ground with the JDK's own randomness. */
    public static Ground of(SecurityPolicy policy, KeyRing keys, Events events, AuditTrail audit, InstantSource clock) {
        return new Ground(policy, keys, events, audit, clock, new SecureRandom());
    }
}
