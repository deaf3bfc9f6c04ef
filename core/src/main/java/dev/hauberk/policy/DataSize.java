package dev.hauberk.policy;

/**
 * A number of bytes, written {@code 64KB} or {@code 1MB}; a KB is 1,024 bytes.
 *
 * @param bytes at least 0
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    /** @throws IllegalArgumentException where it is negative */
    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not negative");
        }
    }

    /**
     * Reads {@code 64KB}, {@code 1MB} or {@code 512B}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static DataSize parse(String text) {
        String number = text.strip();
        for (Unit unit : Unit.values()) {
            if (number.endsWith(unit.name())) {
                String count = number.substring(0, number.length() - unit.name().length());
                return new DataSize(Math.multiplyExact(Scalars.whole(count.strip()), unit.bytes));
            }
        }
        throw new IllegalArgumentException("a size is written like 64KB, with B, KB or MB");
    }

    private enum Unit {
        MB(1024 * 1024),
        KB(1024),
        B(1);

        private final long bytes;

        Unit(long bytes) {
            this.bytes = bytes;
        }
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        for (Unit unit : Unit.values()) {
            if (bytes >= unit.bytes && bytes % unit.bytes == 0) {
                return bytes / unit.bytes + unit.name();
            }
        }
        return bytes + "B";
    }
}
