package dev.hauberk.jpa;

import dev.hauberk.policy.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;

/** Finds entities that would write in clear to a column that another one encrypts. One that only reads it sees envelopes, and may. */
final class ClearTwins {
    private final Set<Place> sealed = new HashSet<>();

    /** A column of a table, as Hibernate compares names. */
    private record Place(Table table, String column) {
        static Place of(Property property, Column column) {
            return new Place(property.getValue().getTable(), column.getCanonicalName());
        }
    }

    static void check(Metadata metadata, List<Problem> problems) {
        ClearTwins twins = new ClearTwins();
        metadata.getEntityBindings().forEach(twins::remember);
        metadata.getEntityBindings().forEach(entity -> twins.check(entity, new MappingProblems(entity, problems)));
    }

    private void remember(PersistentClass entity) {
        entity.getProperties().stream()
                .filter(SealedProperty::isSealed)
                .forEach(property -> property.getColumns().forEach(column -> sealed.add(Place.of(property, column))));
    }

    private void check(PersistentClass entity, MappingProblems problems) {
        entity.getProperties().stream()
                .filter(property -> !SealedProperty.isSealed(property) && writesSealed(property))
                .forEach(
                        property -> problems.add(
                                property.getName(),
                                "an encrypted column that every entity encrypts which writes it",
                                "one that this entity writes in clear",
                                "Mark this field @Encrypted too, or write insertable = false and updatable = false on its column."));
    }

    private boolean writesSealed(Property property) {
        Value value = property.getValue();
        List<Selectable> parts = value.getSelectables();
        boolean[] insertable = value.getColumnInsertability();
        boolean[] updatable = value.getColumnUpdateability();
        for (int i = 0; i < parts.size(); i++) {
            // What is no column is a formula, and is never written.
            if ((insertable[i] || updatable[i]) && sealed.contains(Place.of(property, (Column) parts.get(i)))) {
                return true;
            }
        }
        return false;
    }
}
