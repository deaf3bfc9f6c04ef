package dev.hauberk.jpa;

import java.io.Serial;
import java.lang.reflect.Method;
import java.util.Objects;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;
import org.jspecify.annotations.Nullable;

/**
 * How Hibernate reads and writes the property that says whose an entity is: once it is set, the encrypted fields can be opened.
 *
 * @param access how the property itself is read and written
 * @param waiting what is to be opened
 */
@SuppressWarnings("removal") // as in SealedAccess
record TenantAccess(PropertyAccessStrategy access, WaitingFields waiting) implements PropertyAccessStrategy {
    @Override
    public PropertyAccess buildPropertyAccess(Class<?> entity, String property, boolean setterRequired) {
        PropertyAccess plain = access.buildPropertyAccess(entity, property, true);
        return new AccessOf(
                this, plain.getGetter(), new TellingSetter(Objects.requireNonNull(plain.getSetter()), waiting));
    }

    private record TellingSetter(Setter plain, WaitingFields waiting) implements Setter {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public void set(Object entity, @Nullable Object value) {
            plain.set(entity, value);
            waiting.open(entity);
        }

        @Override
        public @Nullable String getMethodName() {
            return plain.getMethodName();
        }

        @Override
        public @Nullable Method getMethod() {
            return plain.getMethod();
        }
    }
}
