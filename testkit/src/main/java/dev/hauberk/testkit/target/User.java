package dev.hauberk.testkit.target;

/**
 * Somebody who can sign in.
 *
 * @param id the application's id of the user, as it stands in paths and in {@code /auth/me}
 * @param email what one signs in with
 * @param password the right one
 * @param role the role
 * @param tenant the tenant
 */
public record User(String id, String email, String password, String role, String tenant) {
    /** The same user with another password. */
    public User withPassword(String other) {
        return new User(id, email, other, role, tenant);
    }

    /** The same user, signing in with another spelling of the address. */
    public User withEmail(String other) {
        return new User(id, other, password, role, tenant);
    }

    @Override
    public String toString() {
        return role + " of " + tenant;
    }
}
