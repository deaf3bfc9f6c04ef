package dev.hauberk.jpa;

import dev.hauberk.crypto.field.BlindIndex;
import java.util.EnumSet;
import java.util.function.Function;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.jspecify.annotations.Nullable;

/**
 * Fills the companion of an encrypted field with its blind index whenever the row is written.
 *
 * @param index the index
 * @param value the field's value of an entity
 * @param row tells whose it is
 */
record CompanionGenerator(BlindIndex index, Function<Object, @Nullable Object> value, RowReader row)
        implements BeforeExecutionGenerator {
    @Override
    public @Nullable Object generate(
            SharedSessionContractImplementor session, Object entity, @Nullable Object present, EventType event) {
        return value.apply(entity) instanceof String text ? index.of(text, row.tenant(entity)) : null;
    }

    @Override
    public EnumSet<EventType> getEventTypes() {
        return EventTypeSets.INSERT_AND_UPDATE;
    }
}
