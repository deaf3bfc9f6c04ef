package dev.hauberk.testkit.attack.input;

import dev.hauberk.testkit.http.Bytes;

/**
 * A body that a route does not take.
 *
 * @param name what is wrong with it
 * @param type its media type
 * @param bytes its content
 * @param outOfRange whether only a value is too long, too short or too great
 */
record BadBody(String name, String type, Bytes bytes, boolean outOfRange) {
    /** Whether it may be refused for its media type: with 415, or with 403 where it looks like another site's form. */
    boolean mayBeUnsupported() {
        return !type.equals("application/json");
    }
}
