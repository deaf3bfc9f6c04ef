package dev.hauberk.jpa;

import dev.hauberk.crypto.field.BlindIndex;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The encrypted fields of the entities that Hibernate told of, by class and name.
 *
 * @param columns what opens them
 * @param indexes what finds them
 */
record KnownFields(Map<String, SealedColumn> columns, Map<String, BlindIndex> indexes) {
    KnownFields() {
        this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    SealedColumn column(Class<?> entity, String field) {
        return find(columns, entity, field, "@Encrypted");
    }

    BlindIndex index(Class<?> entity, String field) {
        return find(indexes, entity, field, "@BlindIndexed");
    }

    private static <T> T find(Map<String, T> fields, Class<?> entity, String field, String mark) {
        T found = fields.get(entity.getName() + "." + field);
        if (found == null) {
            throw new IllegalArgumentException(entity.getName() + " has no field " + field + " marked " + mark);
        }
        return found;
    }
}
