package dev.hauberk.jpa;

import dev.hauberk.crypto.field.BlindIndex;
import dev.hauberk.crypto.field.Normaliser;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.hibernate.annotations.TenantId;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.property.access.spi.Getter;
import org.hibernate.property.access.spi.PropertyAccessStrategy;
import org.jspecify.annotations.Nullable;

/** Reads the encrypted fields of one entity, gives each what encrypts it, and reports what cannot be encrypted. */
final class EntityReader {
    private static final long LENGTH = 4_000;

    /** What the envelopes of every version begin with. */
    private static final String EVERY_ENVELOPE = "hbk-v%";

    private final PersistentClass entity;
    private final Installation installation;
    private final KnownFields known;
    private final MappingProblems problems;

    EntityReader(PersistentClass entity, Installation installation, KnownFields known, MappingProblems problems) {
        this.entity = entity;
        this.installation = installation;
        this.known = known;
        this.problems = problems;
    }

    void read() {
        List<Property> sealed =
                entity.getProperties().stream().filter(SealedProperty::isSealed).toList();
        new UnsealedMarks(entity, problems).check(sealed);
        for (Property property : sealed) {
            SealedType type = SealedProperty.typeOf(property.getValue()).orElseThrow();
            Optional<Kind<?>> kind = kind(property);
            Optional<Function<Object, @Nullable Object>> key = key(property);
            Optional<TenantSource> tenant = tenant(property, type.mark());
            if (isColumn(property) && kind.isPresent() && key.isPresent() && tenant.isPresent()) {
                RowReader row =
                        new RowReader(entity.getJpaEntityName(), tenant.get().id(), key.get());
                seal(
                        property,
                        type,
                        kind.get().padded(type.mark().bucket()),
                        row,
                        tenant.get().waiting());
            }
        }
    }

    private void seal(
            Property property, SealedType type, Kind<?> kind, RowReader row, Optional<WaitingFields> waiting) {
        Encrypted mark = type.mark();
        Column stored = property.getColumns().get(0);
        SealedColumn column = new SealedColumn(
                installation.cipher(),
                kind,
                mark.table().isEmpty() ? property.getValue().getTable().getName() : mark.table(),
                mark.column().isEmpty() ? stored.getName() : mark.column(),
                row);
        declare(stored);
        Function<Object, @Nullable Object> value = reader(property);
        type.install();
        known.columns().put(entity.getClassName() + "." + property.getName(), column);
        property.setPropertyAccessStrategy(
                new SealedAccess(property.getPropertyAccessStrategy(entity.getMappedClass()), column, waiting));
        field(property)
                .map(field -> field.getAnnotation(BlindIndexed.class))
                .ifPresent(indexed -> index(property, column, indexed, value));
    }

    /**
     * What the tables say that Hibernate makes. Whatever a query manages to assign, by a function that Hibernate does not know for example, the
     * database then refuses.
     */
    private static void declare(Column column) {
        if (column.getLength() == null) {
            column.setLength(LENGTH);
        }
        column.addCheckConstraint(new CheckConstraint(column.getQuotedName() + " like '" + EVERY_ENVELOPE + "'"));
    }

    private void index(
            Property property, SealedColumn column, BlindIndexed indexed, Function<Object, @Nullable Object> value) {
        String name = property.getName();
        Optional<Property> companion = find(indexed.companion());
        Optional<Normaliser> normaliser =
                Optional.ofNullable(installation.normalisers().get(indexed.normaliser()));
        if (field(property).map(Field::getType).orElse(null) != String.class) {
            problems.add(name, "a String, where it is indexed", "another type", "Remove @BlindIndexed.");
        } else if (companion.isEmpty()
                || SealedProperty.isSealed(companion.get())
                || companion.get().getType().getReturnedClass() != String.class) {
            problems.add(
                    name,
                    "a companion that is a String of the entity",
                    indexed.companion(),
                    "Declare it: private String " + indexed.companion() + ";");
        } else if (normaliser.isEmpty()) {
            problems.add(
                    name,
                    "one of the normalisers "
                            + String.join(
                                    ", ",
                                    new TreeSet<>(installation.normalisers().keySet())),
                    indexed.normaliser(),
                    "Give it to the installation, or name another.");
        } else {
            BlindIndex index = BlindIndex.truncated(
                    installation.keys(), column.table(), column.column(), normaliser.get(), indexed.bits());
            known.indexes().put(entity.getClassName() + "." + name, index);
            companion.get().setValueGeneratorCreator(context -> new CompanionGenerator(index, value, column.row()));
        }
    }

    private Optional<Kind<?>> kind(Property property) {
        Class<?> type = field(property).<Class<?>>map(Field::getType).orElse(Object.class);
        Optional<Kind<?>> kind = Kind.of(type);
        if (kind.isEmpty()) {
            problems.add(property.getName(), Kind.KNOWN, type.getSimpleName(), "Keep it as one of these.");
        }
        return kind;
    }

    /** Whether the property is a column of its own that an envelope fits in. */
    private boolean isColumn(Property property) {
        String name = property.getName();
        Column column = property.getColumns().get(0);
        if (property.isLazy()) {
            problems.add(name, "a field that is read with its entity", "a lazy one", "Remove FetchType.LAZY.");
        } else if (property.isNaturalIdentifier() || isUnique(property, column)) {
            problems.add(
                    name,
                    "no unique column, since the same value is never encrypted alike",
                    "a unique one",
                    "Make the companion of a blind index unique.");
        } else if (entity.getSubclasses().stream().anyMatch(UnionSubclass.class::isInstance)) {
            problems.add(
                    name,
                    "a column of one table",
                    "one of several, by inheritance TABLE_PER_CLASS",
                    "Move the field to the subclasses, or use another inheritance.");
        } else {
            return true;
        }
        return false;
    }

    /** Also as one of several, and by an index: no two envelopes are alike, so that nothing would be unique. */
    private static boolean isUnique(Property property, Column column) {
        Table table = property.getValue().getTable();
        return column.isUnique()
                || table.getUniqueKeys().values().stream().anyMatch(key -> key.containsColumn(column))
                || table.getIndexes().values().stream()
                        .anyMatch(index ->
                                index.isUnique() && index.getSelectables().contains(column));
    }

    private Optional<Function<Object, @Nullable Object>> key(Property property) {
        Property id = entity.getIdentifierProperty();
        if (id == null || !RowReader.isReadable(entity.getIdentifier().getType().getReturnedClass())) {
            problems.add(
                    property.getName(),
                    "an entity whose id is one " + RowReader.READABLE,
                    id == null ? "an id of several parts" : id.getType().getName(),
                    "Give the entity an id of its own, such as a UUID.");
            return Optional.empty();
        }
        return Optional.of(reader(id));
    }

    private Optional<TenantSource> tenant(Property property, Encrypted mark) {
        Optional<Property> named = mark.tenant().isEmpty() ? tenantId() : find(mark.tenant());
        if (named.isPresent()) {
            return tenant(property, named.get());
        }
        if (mark.tenant().isEmpty() && installation.tenant().isPresent()) {
            String only = installation.tenant().get().id();
            return Optional.of(new TenantSource(row -> only, Optional.empty()));
        }
        problems.add(
                property.getName(),
                "a tenant that it is bound to",
                mark.tenant().isEmpty()
                        ? "nothing"
                        : mark.tenant() + ", which is no property of it or its superclasses",
                "Name a property, as in @Encrypted(tenant = \"organisation\"), mark one with @TenantId, or give the installation its"
                        + " only tenant.");
        return Optional.empty();
    }

    private Optional<TenantSource> tenant(Property property, Property tenant) {
        if (!(tenant.getValue() instanceof BasicValue)
                || !RowReader.isReadable(tenant.getType().getReturnedClass())
                || !tenant.getValue()
                        .getTable()
                        .equals(tenant.getPersistentClass().getTable())) {
            problems.add(
                    property.getName(),
                    "a tenant that is one " + RowReader.READABLE + " in the entity's own table",
                    tenant.getName() + ", which is none",
                    "Map the tenant's id beside the association, and name that.");
            return Optional.empty();
        }
        Function<Object, @Nullable Object> id = reader(tenant);
        PropertyAccessStrategy access = tenant.getPropertyAccessStrategy(entity.getMappedClass());
        TenantAccess telling =
                access instanceof TenantAccess wrapped ? wrapped : new TenantAccess(access, new WaitingFields());
        tenant.setPropertyAccessStrategy(telling);
        return Optional.of(new TenantSource(id, Optional.of(telling.waiting())));
    }

    private Optional<Property> tenantId() {
        return entity.getPropertyClosure().stream()
                .filter(property -> field(property)
                        .filter(field -> field.isAnnotationPresent(TenantId.class))
                        .isPresent())
                .findFirst();
    }

    private Optional<Property> find(String name) {
        return entity.getPropertyClosure().stream()
                .filter(property -> property.getName().equals(name))
                .findFirst();
    }

    private Optional<Field> field(Property property) {
        return JavaFields.find(entity.getMappedClass(), property.getName());
    }

    @SuppressWarnings("removal") // as in SealedAccess
    private Function<Object, @Nullable Object> reader(Property property) {
        Getter getter = property.getGetter(entity.getMappedClass());
        return getter::get;
    }
}
