package dev.hauberk.example.workbench.people;

/**
 * What a client sends to invite somebody.
 *
 * @param email by what the new user will sign in
 * @param role the role
 */
record Invitation(String email, String role) {}
