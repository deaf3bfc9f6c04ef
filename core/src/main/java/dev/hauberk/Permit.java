package dev.hauberk;

import java.time.Duration;

/**
 * What a limit says, with all that a response's headers need.
 *
 * @param granted whether it was within the limit
 * @param limit how many there are in all
 * @param remaining how many are left now; never negative
 * @param retryAfter when asking again can succeed; zero where it was granted
 * @param resetAfter when all of it is there again
 */
public record Permit(boolean granted, long limit, long remaining, Duration retryAfter, Duration resetAfter) {
    /** @throws IllegalArgumentException where something is negative */
    public Permit {
        if (limit < 0 || remaining < 0 || retryAfter.isNegative() || resetAfter.isNegative()) {
            throw new IllegalArgumentException("nothing in a permit is negative");
        }
    }
}
