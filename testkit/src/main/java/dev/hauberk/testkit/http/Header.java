package dev.hauberk.testkit.http;

/**
 * One header line, as it is sent or was received.
 *
 * @param name its name; compared without case
 * @param value its value, without the space around it
 */
public record Header(String name, String value) {
    /** Whether it has this name. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
