package dev.hauberk.policy;

/** Which values of a setting are weaker than the baseline's. */
enum Weaker {
    /** None: the setting has no direction. */
    NEVER,
    /** A smaller number, time or rate. */
    LOWER,
    /** A greater number, time or rate. */
    HIGHER,
    /** A list that lacks one of the baseline's. */
    FEWER,
    /** A list that holds one that the baseline lacks. */
    MORE,
    /** A header that asks browsers for less. */
    LOOSER,
    /** Any other value. */
    OTHER
}
