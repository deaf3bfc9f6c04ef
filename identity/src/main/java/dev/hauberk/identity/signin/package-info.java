/**
 * Signing in with a name and a password, attempts and lockout, and changing a password. The endpoints call it. It knows
 * nothing of HTTP.
 */
@NullMarked
package dev.hauberk.identity.signin;

import org.jspecify.annotations.NullMarked;
