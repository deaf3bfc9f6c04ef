package dev.hauberk.data;

import dev.hauberk.policy.FieldPolicy;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the types of an application, and freezes the {@link FieldCatalogue}. Not thread-safe. */
public final class FieldCatalogueBuilder {
    private final SecurityPolicy policy;
    private final InstantSource clock;
    private final Map<Class<?>, Map<String, Marks.Mark>> types = new LinkedHashMap<>();

    FieldCatalogueBuilder(SecurityPolicy policy, InstantSource clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** Takes types with every field that they have: one that nothing classifies is restricted. */
    public FieldCatalogueBuilder types(Collection<Class<?>> whole) {
        whole.forEach(type -> types.put(type, Marks.of(type)));
        return this;
    }

    /** Takes types with every field that they have. */
    public FieldCatalogueBuilder types(Class<?>... whole) {
        return types(Arrays.asList(whole));
    }

    /**
     * Takes of types the fields that bear a mark of their own, and leaves the others unknown. For types that are registered because of
     * one field, such as an entity with an encrypted one.
     */
    public FieldCatalogueBuilder marked(Collection<Class<?>> partly) {
        for (Class<?> type : partly) {
            Map<String, Marks.Mark> own = new LinkedHashMap<>(Marks.of(type));
            own.values().removeIf(mark -> !mark.own());
            types.putIfAbsent(type, own);
        }
        return this;
    }

    /**
     * Joins what was taken with the policy.
     *
     * @throws PolicyException with everything that is wrong: a field that the policy names and a type has not, one that the policy makes
     *     laxer than its mark, one that is laxer than what it is a copy of
     */
    public FieldCatalogue freeze() {
        List<Problem> problems = new ArrayList<>();
        FieldProblems report =
                new FieldProblems(policy, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), problems);
        Map<Class<?>, Map<String, FieldCatalogue.Field>> fields = new LinkedHashMap<>();
        types.forEach((type, marks) -> fields.put(type, joined(type.getSimpleName(), marks, report)));
        policy.fields().forEach((type, said) -> report.unknown(type, said, types));
        Set<String> restricted = restricted(fields);
        new Copies(types, fields, restricted).check(report);
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        return new FieldCatalogue(FieldCatalogue.frozen(fields), restricted);
    }

    private Map<String, FieldCatalogue.Field> joined(String type, Map<String, Marks.Mark> marks, FieldProblems report) {
        Map<String, FieldCatalogue.Field> fields = new LinkedHashMap<>();
        FieldPolicy said = policy.fields().get(type);
        marks.forEach((name, mark) -> {
            Classification level = Levels.of(said, name).or(mark::level).orElse(Classification.RESTRICTED);
            FieldCatalogue.Field field = new FieldCatalogue.Field(type, name, level, mark.level());
            if (said != null && field.isLowered()) {
                report.lowered(field, said.place());
            }
            fields.put(name, field);
        });
        return fields;
    }

    /** Those of the types, and those of types that the policy alone knows. */
    private Set<String> restricted(Map<Class<?>, Map<String, FieldCatalogue.Field>> fields) {
        Set<String> names = new LinkedHashSet<>();
        fields.values().stream()
                .flatMap(ofType -> ofType.values().stream())
                .filter(field -> field.level() == Classification.RESTRICTED)
                .forEach(field -> names.add(field.name()));
        policy.fields().values().forEach(said -> names.addAll(said.restricted()));
        return FieldCatalogue.sorted(names);
    }
}
