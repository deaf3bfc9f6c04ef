package dev.hauberk.crypto.password;

/**
 * What a hash costs.
 *
 * @param nanos about how long it takes on one core of 2025; only its ratio to others is used
 * @param mebibytes how much memory it takes meanwhile
 */
record Work(long nanos, int mebibytes) {
    static final Work NOTHING = new Work(0, 0);
}
