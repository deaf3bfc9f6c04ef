package dev.hauberk.jpa;

import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.hibernate.property.access.spi.Setter;

/**
 * A property's access of given parts.
 *
 * @param strategy what made it
 * @param getter reads it
 * @param setter writes it
 */
@SuppressWarnings("removal") // as in SealedAccess
record AccessOf(PropertyAccessStrategy strategy, Getter getter, Setter setter) implements PropertyAccess {
    @Override
    public PropertyAccessStrategy getPropertyAccessStrategy() {
        return strategy;
    }

    @Override
    public Getter getGetter() {
        return getter;
    }

    @Override
    public Setter getSetter() {
        return setter;
    }
}
