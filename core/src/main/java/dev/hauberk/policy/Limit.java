package dev.hauberk.policy;

import java.util.Locale;

/**
 * A limit, written {@code 30 per 1m per address}.
 *
 * @param rate how many in how long
 * @param per by what they are counted
 */
public record Limit(Rate rate, Scope per) {
    /** By what a limit counts. */
    public enum Scope {
        /** The client's address: for IPv6 its /64. */
        ADDRESS,
        /** The user, whichever session or key it uses; the address for an anonymous caller. */
        USER,
        /** The tenant; the address for an anonymous caller. */
        TENANT
    }

    /**
     * Reads {@code 30 per 1m per address}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Limit parse(String text) {
        int last = text.lastIndexOf(" per ");
        if (last < 0 || text.indexOf(" per ") == last) {
            throw new IllegalArgumentException("a limit is written like 30 per 1m per address");
        }
        return new Limit(
                Rate.parse(text.substring(0, last)),
                Scalars.oneOf(
                        Scope.class, text.substring(last + " per ".length()).strip()));
    }

    @Override
    public String toString() {
        return rate + " per " + per.name().toLowerCase(Locale.ROOT);
    }
}
