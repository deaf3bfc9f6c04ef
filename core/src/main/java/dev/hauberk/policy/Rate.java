package dev.hauberk.policy;

import java.time.Duration;

/**
 * So many in so long, written {@code 5 per 15m}.
 *
 * @param count at least 1
 * @param per longer than nothing, and at most two hundred years
 */
public record Rate(long count, Duration per) {
    /** @throws IllegalArgumentException where the count is below 1, or the time is not positive or more than two hundred years */
    public Rate {
        if (count < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate is at least 1 in a time longer than nothing");
        }
        Scalars.requireShort(per);
    }

    /**
     * Reads {@code 5 per 15m}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Rate parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 3 || !parts[1].equals("per")) {
            throw new IllegalArgumentException("a rate is written like 5 per 15m");
        }
        return new Rate(Scalars.whole(parts[0]), Scalars.time(parts[2]));
    }

    @Override
    public String toString() {
        return count + " per " + Scalars.text(per);
    }
}
