package dev.hauberk.testkit.target;

import dev.hauberk.testkit.http.Bytes;

/**
 * What signs access tokens in the application under attack.
 *
 * @param id the {@code kid} that names it; empty where tokens name none
 * @param secret the HMAC key
 */
public record TokenKey(String id, Bytes secret) {}
