package dev.hauberk.crypto.rotation;

/**
 * That a column holds something which only a key opens or finds.
 *
 * @param table as the database names it
 * @param column as the database names it
 * @param key the id of the key
 * @param kind what it is
 * @param count how many of it, more than 0
 */
public record KeyHolding(String table, String column, String key, Kind kind, long count) {
    /** What a column holds of a key. */
    public enum Kind {
        /** A value that was encrypted under it. */
        ENVELOPE("envelope"),
        /** A hash that was made with it, to find a value by. */
        BLIND_INDEX("blind index");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** In words: {@code people.email holds 12 of k1 (envelope)}. */
    @Override
    public String toString() {
        return table + "." + column + " holds " + count + " of " + key + " (" + kind.word + ")";
    }
}
