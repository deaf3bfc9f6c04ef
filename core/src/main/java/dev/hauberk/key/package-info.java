/**
 * Secrets, where they come from, and the keys that are derived from them, one for each purpose. The rooms that encrypt or
 * sign ask the ring for a key of their purpose. It knows no cipher and no token, only the JDK's HMAC.
 */
@NullMarked
package dev.hauberk.key;

import org.jspecify.annotations.NullMarked;
