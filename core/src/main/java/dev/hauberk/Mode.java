package dev.hauberk;

/** How a {@link Control} is carried out. */
public enum Mode {
    /** Decide, and deny what is denied. */
    ENFORCE,
    /** Decide, count and explain, and deny nothing. */
    SHADOW,
    /** Do not look. */
    DISABLED
}
