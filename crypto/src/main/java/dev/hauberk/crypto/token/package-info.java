/**
 * Access tokens: HS256 JSON Web Tokens that name a session and nothing of a person. Sign-in issues them, authentication
 * verifies them. It knows nothing of sessions, users or requests.
 */
@NullMarked
package dev.hauberk.crypto.token;

import org.jspecify.annotations.NullMarked;
