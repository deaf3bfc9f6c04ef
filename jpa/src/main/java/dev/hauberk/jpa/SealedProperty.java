package dev.hauberk.jpa;

import java.util.Optional;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;
import org.hibernate.type.CustomType;
import org.jspecify.annotations.Nullable;

/** Finds encrypted columns among the mappings. */
final class SealedProperty {
    private SealedProperty() {}

    static boolean isSealed(Property property) {
        return typeOf(property.getValue()).isPresent();
    }

    /** The type of an encrypted column; empty for any other value. */
    static Optional<SealedType> typeOf(@Nullable Value value) {
        return value instanceof BasicValue basic
                        && basic.getType() instanceof CustomType<?> custom
                        && custom.getUserType() instanceof SealedType type
                ? Optional.of(type)
                : Optional.empty();
    }
}
