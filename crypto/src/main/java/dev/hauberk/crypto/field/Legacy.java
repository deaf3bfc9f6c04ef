package dev.hauberk.crypto.field;

/**
 * Reads what a column held before Hauberk encrypted it, while a {@link Migration} lasts: values in clear, or what another library
 * encrypted.
 */
@FunctionalInterface
public interface Legacy {
    /**
     * The value in clear.
     *
     * @param stored what is stored; never an envelope of ours
     * @param context the place that it was read from, which it is not bound to
     * @throws RuntimeException where it cannot be read; whoever asked gets a {@link CipherException}
     */
    String open(String stored, FieldContext context);

    /** The value in clear, of a column of bytes. Reads none unless it is overridden. */
    default byte[] open(byte[] stored, FieldContext context) {
        throw new IllegalArgumentException("reads no bytes");
    }

    /** Columns that hold values in clear. */
    static Legacy clear() {
        return new Legacy() {
            @Override
            public String open(String stored, FieldContext context) {
                return stored;
            }

            @Override
            public byte[] open(byte[] stored, FieldContext context) {
                return stored;
            }
        };
    }
}
