package dev.hauberk.crypto.password;

/** What comparing a password with a stored hash says. */
public enum Match {
    YES,
    /** It is right, and its hash is older or weaker than what the policy asks: hash it anew while it is at hand. */
    YES_BUT_REHASH,
    NO
}
