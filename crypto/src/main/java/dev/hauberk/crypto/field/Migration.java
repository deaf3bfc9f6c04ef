package dev.hauberk.crypto.field;

import java.util.concurrent.atomic.LongAdder;

/**
 * The time in which a column still holds values that Hauberk did not encrypt. They are read, all that is written is encrypted, and
 * {@link #end} is the switch that ends it: from then on what is no envelope does not open.
 *
 * <p>While it lasts, whoever can write to the database can put in any value where the {@link Legacy} reads it. What begins with the mark of
 * an envelope is an envelope all the same, and never a value in clear. Thread-safe.
 */
public final class Migration {
    private final Legacy legacy;
    private final LongAdder reads = new LongAdder();
    private volatile boolean open = true;

    private Migration(Legacy legacy) {
        this.legacy = legacy;
    }

    /** Begins one. */
    public static Migration from(Legacy legacy) {
        return new Migration(legacy);
    }

    /** Ends it in this process, for good. */
    public void end() {
        open = false;
    }

    /** Whether it lasts. */
    public boolean isOpen() {
        return open;
    }

    /** How many values were read so far that Hauberk had not encrypted: once all are encrypted, it stands still. */
    public long reads() {
        return reads.sum();
    }

    String open(String stored, FieldContext context) {
        reads.increment();
        return legacy.open(stored, context);
    }

    byte[] open(byte[] stored, FieldContext context) {
        reads.increment();
        return legacy.open(stored, context);
    }

    /** One that is over. */
    static Migration none() {
        Migration none = new Migration(Legacy.clear());
        none.end();
        return none;
    }
}
