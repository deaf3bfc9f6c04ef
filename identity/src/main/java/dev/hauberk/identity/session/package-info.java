/**
 * Sessions: each is the family of its refresh tokens, and ending the one ends the other. Sign-in opens them, authentication
 * asks for them, and whatever revokes access ends them. It knows nothing of cookies.
 */
@NullMarked
package dev.hauberk.identity.session;

import org.jspecify.annotations.NullMarked;
