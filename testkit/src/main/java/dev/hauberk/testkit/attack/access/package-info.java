/**
 * Attacks on who may do what: roles, permissions, routes and tenants (RBAC). What the policy asks is worked out by the kit's own oracle.
 * They know nothing of other families.
 */
@NullMarked
package dev.hauberk.testkit.attack.access;

import org.jspecify.annotations.NullMarked;
