package dev.hauberk.testkit.target;

/**
 * The route that changes a user's role.
 *
 * @param method for example {@code PUT}
 * @param path with {@code {id}} where the user's id goes
 * @param body with {@code {role}} where the new role goes
 */
public record RoleChange(String method, String path, String body) {}
