package dev.hauberk.identity.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Somebody shows a refresh token that we made, and offers what should take its place.
 *
 * @param session the session that the token names
 * @param generation the generation that the token names
 * @param presented a keyed hash of the token
 * @param device what the client says it is
 * @param next a keyed hash of the token that takes its place
 * @param sealed the next token, readable only for whoever shows this one; empty text where there is no grace
 * @param at when
 * @param expiresAt when the session's time is up if it goes on
 * @param grace how long the device that used a token up may show it again
 */
public record RefreshUse(
        String session,
        long generation,
        String presented,
        String device,
        String next,
        String sealed,
        Instant at,
        Instant expiresAt,
        Duration grace) {}
