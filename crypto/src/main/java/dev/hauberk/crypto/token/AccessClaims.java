package dev.hauberk.crypto.token;

import java.time.Instant;

/**
 * What an access token says. Obtained from {@link AccessTokens#verify} alone, so that whoever holds one knows it was checked.
 *
 * @param subject the user's id
 * @param session the session's id
 * @param id the token's own id
 * @param issuedAt when it was made, to the second
 * @param expiresAt when it ends, to the second
 */
public record AccessClaims(String subject, String session, String id, Instant issuedAt, Instant expiresAt) {}
