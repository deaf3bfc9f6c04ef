package dev.hauberk.policy;

/**
 * A number of failures, written {@code 10 failures}.
 *
 * @param count at least 1
 */
public record Failures(long count) implements Comparable<Failures> {
    private static final String WORD = " failures";

    /** @throws IllegalArgumentException where the count is below 1 */
    public Failures {
        if (count < 1) {
            throw new IllegalArgumentException("at least 1 failure");
        }
    }

    /**
     * Reads {@code 10 failures}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Failures parse(String text) {
        if (!text.endsWith(WORD)) {
            throw new IllegalArgumentException("failures are written like 10 failures");
        }
        return new Failures(
                Scalars.whole(text.substring(0, text.length() - WORD.length()).strip()));
    }

    @Override
    public int compareTo(Failures other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + WORD;
    }
}
