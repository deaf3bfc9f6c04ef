package dev.hauberk.testkit.attack;

import dev.hauberk.Control;
import dev.hauberk.testkit.target.Target;

/**
 * One run of attacks on one target: who makes attackers for it, and how thorough they are. Thread-safe.
 *
 * <p>Set the system property {@code hauberk.attacks} to {@code all} to try everything, where a run otherwise takes a sample with
 * {@code hauberk.attacks.seed}.
 */
public final class Campaign {
    private final Target target;
    private final boolean all;
    private final long seed;
    private final Addresses addresses;

    private Campaign(Target target, boolean all, long seed) {
        this.target = target;
        this.all = all;
        this.seed = seed;
        this.addresses = new Addresses((int) (System.nanoTime() & 0x3f_ffff));
    }

    /** A run on a target, as thorough as the system properties say. */
    public static Campaign on(Target target) {
        return new Campaign(
                target, "all".equals(System.getProperty("hauberk.attacks")), Long.getLong("hauberk.attacks.seed", 1));
    }

    /** Somebody who makes an attack; it runs against the relaxed target, unless it is on limits. */
    public Attacker attacker(Control control, Attack attack) {
        Target attacked = attack.onLimits() ? target : target.relaxed().orElse(target);
        return new Attacker(this, attacked, control, attack);
    }

    /** The target whose limits are enforced. */
    public Target target() {
        return target;
    }

    boolean all() {
        return all;
    }

    long seed() {
        return seed;
    }

    Addresses addresses() {
        return addresses;
    }
}
