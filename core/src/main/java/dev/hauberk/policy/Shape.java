package dev.hauberk.policy;

import java.util.Locale;

/**
 * The type of a member of a body, written {@code text 1..200}, {@code line 1..200}, {@code secret 1..200}, {@code integer 0..10}, {@code number}, {@code boolean}, or
 * {@code texts 0..20} for a list of texts. Types are strict: nothing is converted.
 *
 * @param type what it is
 * @param min the least length in code points, value, or number of elements
 * @param max the greatest
 */
public record Shape(Type type, long min, long max) {
    /** What a member is. */
    public enum Type {
        /** A JSON string without controls other than tabs and line breaks; the range is its length in code points. */
        TEXT,
        /** A JSON string of any characters, for passwords, of which each counts; the range is its length in code points. */
        SECRET,
        /** A text on one line, for subjects, titles and names: not blank, and without controls and invisible characters. */
        LINE,
        /** A JSON number without fraction or exponent; the range is its value. */
        INTEGER,
        /** A JSON number; has no range. */
        NUMBER,
        /** {@code true} or {@code false}; has no range. */
        BOOLEAN,
        /** A JSON array of strings; the range is the number of elements. */
        TEXTS
    }

    private static final long DEFAULT_MAX = 10_000;

    /** @throws IllegalArgumentException where the range is empty */
    public Shape {
        if (min > max || (type != Type.INTEGER && min < 0)) {
            throw new IllegalArgumentException(
                    "a range goes from the least to the greatest, and only integers are negative");
        }
    }

    /**
     * Reads {@code text 1..200}.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Shape parse(String text) {
        String[] parts = text.strip().split("\\s+");
        Type type = Scalars.oneOf(Type.class, parts[0]);
        if (parts.length == 1) {
            return type == Type.INTEGER
                    ? new Shape(type, Long.MIN_VALUE, Long.MAX_VALUE)
                    : new Shape(type, 0, DEFAULT_MAX);
        }
        int dots = parts[1].indexOf("..");
        if (parts.length > 2 || dots < 0 || type == Type.NUMBER || type == Type.BOOLEAN) {
            throw new IllegalArgumentException("a shape is written like text 1..200");
        }
        return new Shape(type, number(parts[1].substring(0, dots)), number(parts[1].substring(dots + 2)));
    }

    private static long number(String text) {
        return text.startsWith("-") ? -Scalars.whole(text.substring(1)) : Scalars.whole(text);
    }

    /** The shape as a policy writes it; a range that is the whole of its type is left out. */
    @Override
    public String toString() {
        if (equals(parse(Scalars.word(type)))) {
            return Scalars.word(type);
        }
        return type.name().toLowerCase(Locale.ROOT) + " " + min + ".." + max;
    }
}
