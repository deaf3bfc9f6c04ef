package dev.hauberk.jpa;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Value;

/** Finds marks that nothing would keep: within embeddables, collections and ids, and on fields that are not mapped as such. */
final class UnsealedMarks {
    private final PersistentClass entity;
    private final MappingProblems problems;

    UnsealedMarks(PersistentClass entity, MappingProblems problems) {
        this.entity = entity;
        this.problems = problems;
    }

    /** @param sealed the properties of the entity that are encrypted */
    void check(List<Property> sealed) {
        if (entity.getIdentifierProperty() != null) {
            checkBelow(entity.getIdentifierProperty().getName(), entity.getIdentifier());
        }
        Stream<Property> others = entity.getProperties().stream().filter(property -> !sealed.contains(property));
        others.forEach(property -> checkBelow(property.getName(), property.getValue()));
        Set<String> inherited =
                entity.getPropertyClosure().stream().map(Property::getName).collect(Collectors.toSet());
        Set<String> kept = sealed.stream().map(Property::getName).collect(Collectors.toSet());
        JavaFields.of(entity.getMappedClass())
                .filter(field -> field.isAnnotationPresent(Encrypted.class))
                .map(Field::getName)
                .filter(name -> !kept.contains(name) && !isInherited(name, inherited))
                .forEach(this::unmapped);
        JavaFields.of(entity.getMappedClass())
                .filter(field ->
                        field.isAnnotationPresent(BlindIndexed.class) && !field.isAnnotationPresent(Encrypted.class))
                .forEach(field -> problems.add(
                        field.getName(),
                        "@Encrypted, where it is indexed",
                        "@BlindIndexed alone",
                        "Write both, or neither."));
    }

    private boolean isInherited(String name, Set<String> closure) {
        return closure.contains(name)
                && entity.getProperties().stream()
                        .noneMatch(own -> own.getName().equals(name));
    }

    private void unmapped(String field) {
        problems.add(
                field,
                "a mark that Hibernate reads",
                "one on a field that is transient, or mapped by its getter or in XML",
                "Map the entity by its fields (AccessType.FIELD).");
    }

    private void checkBelow(String name, Value value) {
        if (value instanceof Component component) {
            component.getProperties().forEach(part -> checkBelow(name + "." + part.getName(), part.getValue()));
        } else if (value instanceof Collection collection) {
            checkBelow(name, collection.getElement());
        } else if (SealedProperty.typeOf(value).isPresent()) {
            problems.add(
                    name,
                    "an encrypted field that is a property of the entity itself",
                    "one within an embeddable, a collection or an id",
                    "Move it to the entity, or to an entity of its own.");
        }
    }
}
