package dev.hauberk.policy;

/**
 * Where something is written.
 *
 * @param source the file's name, or {@code Java}, or a property source's name
 * @param line counted from 1; 0 where there are no lines
 */
public record Place(String source, int line) {
    /** Settings made in Java. */
    public static final Place JAVA = new Place("Java", 0);

    /** What holds where nothing is written. */
    public static final Place DEFAULT = new Place("default", 0);

    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
