package dev.hauberk.testkit.attack.authn;

/**
 * A token that the application never issued.
 *
 * @param name what is forged about it
 * @param token as it travels
 */
record Forgery(String name, String token) {}
