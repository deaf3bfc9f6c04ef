package dev.hauberk.jpa;

import dev.hauberk.Tenant;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells of an entity which row it is: whose, and under which key.
 *
 * @param entityName the entity, for messages
 * @param tenantOf the tenant's id
 * @param keyOf the entity's id
 */
record RowReader(
        String entityName, Function<Object, @Nullable Object> tenantOf, Function<Object, @Nullable Object> keyOf) {
    static final String READABLE = "String, UUID or a whole number";

    private static final Set<Class<?>> TYPES = Set.of(
            String.class,
            UUID.class,
            Long.class,
            long.class,
            Integer.class,
            int.class,
            Short.class,
            short.class,
            BigInteger.class);

    /** Whether values of a type have one text each, so that no two keys read alike. */
    static boolean isReadable(Class<?> type) {
        return TYPES.contains(type);
    }

    Tenant tenant(Object entity) {
        return new Tenant(text(tenantOf.apply(entity), "tenant"));
    }

    String key(Object entity) {
        return text(keyOf.apply(entity), "id");
    }

    private String text(@Nullable Object value, String what) {
        return Optional.ofNullable(value)
                .map(Object::toString)
                .orElseThrow(() -> new IllegalStateException("an encrypted field of " + entityName + " is bound to its "
                        + what + ", and this entity has none: assign it before it is written"));
    }
}
