/**
 * Attacks on signing in: passwords, attempts, lockout, access tokens and refresh tokens (AUTHN). They use the attacker's own
 * users alone, and know nothing of other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.authn;

import org.jspecify.annotations.NullMarked;
