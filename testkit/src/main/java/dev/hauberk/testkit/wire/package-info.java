/**
 * What a client says to the library below the policy's sign-in path, and what it makes of the answers: sessions, tokens,
 * CSRF. The attacks call it. It knows a target and no attack.
 */
@NullMarked
package dev.hauberk.testkit.wire;

import org.jspecify.annotations.NullMarked;
