package dev.hauberk.data;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds fields that are laxer than what they hold a copy of, by their name or by what they say. */
final class Copies {
    private final Map<Class<?>, Map<String, Marks.Mark>> marks;
    private final Map<Class<?>, Map<String, FieldCatalogue.Field>> fields;
    private final Set<String> restricted;

    Copies(
            Map<Class<?>, Map<String, Marks.Mark>> marks,
            Map<Class<?>, Map<String, FieldCatalogue.Field>> fields,
            Set<String> restricted) {
        this.marks = marks;
        this.fields = fields;
        this.restricted = restricted.stream().map(Copies::folded).collect(Collectors.toUnmodifiableSet());
    }

    void check(FieldProblems report) {
        marks.forEach((type, ofType) -> ofType.forEach((name, mark) -> {
            FieldCatalogue.Field field =
                    Objects.requireNonNull(fields.getOrDefault(type, Map.of()).get(name));
            if (!field.isLowered()) {
                check(type, field, mark, report);
            }
        }));
    }

    private void check(Class<?> type, FieldCatalogue.Field field, Marks.Mark mark, FieldProblems report) {
        if (field.level() != Classification.RESTRICTED && restricted.contains(folded(field.name()))) {
            report.named(type, field);
        } else if (!mark.from().isEmpty()) {
            Optional<FieldCatalogue.Field> source = find(mark.from());
            if (source.isEmpty()) {
                report.without(type, field, mark.from());
            } else if (source.get().level().compareTo(field.level()) > 0) {
                report.copied(type, field, source.get());
            }
        }
    }

    /** Types of one simple name are not told apart, so the strictest field counts. */
    private Optional<FieldCatalogue.Field> find(String path) {
        return fields.values().stream()
                .flatMap(ofType -> ofType.values().stream())
                .filter(field -> path.equals(field.type() + "." + field.name()))
                .max(Comparator.comparing(FieldCatalogue.Field::level));
    }

    /** As the names of members are compared where they are stripped and masked. */
    private static String folded(String name) {
        return name.replace("-", "").replace("_", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
