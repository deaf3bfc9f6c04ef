package dev.hauberk.jpa;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenant of an entity comes from.
 *
 * @param id tells it of an entity
 * @param waiting what waits for it; empty where it is always the same
 */
record TenantSource(Function<Object, @Nullable Object> id, Optional<WaitingFields> waiting) {}
