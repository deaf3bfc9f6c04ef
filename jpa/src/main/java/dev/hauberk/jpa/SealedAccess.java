package dev.hauberk.jpa;

import java.io.Serial;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;
import org.jspecify.annotations.Nullable;

/**
 * How Hibernate reads and writes an encrypted field of an entity: what it reads is a {@link SealedValue} of the field's value, and what it
 * writes is opened in the row of the entity. So every path is the same: sessions and stateless sessions, the second-level cache, refresh and merge.
 *
 * @param access how the field itself is read and written
 * @param column what encrypts it
 * @param waiting what it waits with where its entity's tenant is set after it
 */
@SuppressWarnings("removal") // Hibernate 8 is to have another way; this is the one that 7 has.
record SealedAccess(PropertyAccessStrategy access, SealedColumn column, Optional<WaitingFields> waiting)
        implements PropertyAccessStrategy {
    @Override
    public PropertyAccess buildPropertyAccess(Class<?> entity, String property, boolean setterRequired) {
        PropertyAccess plain = access.buildPropertyAccess(entity, property, true);
        Getter getter = new SealingGetter(plain.getGetter(), column);
        Setter setter = new OpeningSetter(Objects.requireNonNull(plain.getSetter()), property, column, waiting);
        return new AccessOf(this, getter, setter);
    }

    private record SealingGetter(Getter plain, SealedColumn column) implements Getter {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object get(Object entity) {
            Object value = plain.get(entity);
            return value == null ? null : SealedValue.held(column, value, entity);
        }

        @Override
        public @Nullable Object getForInsert(
                Object entity, Map<Object, Object> merged, SharedSessionContractImplementor session) {
            return get(entity);
        }

        @Override
        public Class<?> getReturnTypeClass() {
            return plain.getReturnTypeClass();
        }

        @Override
        public Type getReturnType() {
            return plain.getReturnType();
        }

        @Override
        public @Nullable Member getMember() {
            return plain.getMember();
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

    private record OpeningSetter(Setter plain, String property, SealedColumn column, Optional<WaitingFields> waiting)
            implements Setter {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public void set(Object entity, @Nullable Object value) {
            if (value instanceof SealedValue sealed && !sealed.isOpen()) {
                Optional<WaitingFields> first = waiting.filter(fields -> fields.isBefore(property));
                if (first.isPresent()) {
                    first.get().add(entity, complete -> plain.set(complete, sealed.of(column, complete)));
                    return;
                }
            }
            plain.set(entity, value instanceof SealedValue sealed ? sealed.of(column, entity) : value);
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
