/**
 * Entity fields that are encrypted, bound to their row and searchable.
 * Hibernate calls it when an entity is read or written.
 * Nothing here knows HTTP, callers' credentials, limits or roles.
 */
@NullMarked
package dev.hauberk.jpa;

import org.jspecify.annotations.NullMarked;
