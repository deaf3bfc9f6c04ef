package dev.hauberk.example.workbench.people;

/**
 * What a client sends to change a role.
 *
 * @param role the new role
 * @param reason why
 */
record RoleChange(String role, String reason) {}
