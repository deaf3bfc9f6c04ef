package dev.hauberk;

/** How bad it is when something does not hold, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
