package dev.hauberk.data;

import dev.hauberk.Control;
import dev.hauberk.policy.FieldPolicy;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Words what is wrong with the fields of an application. What is laxer than it should be is left out where somebody accepts it. */
final class FieldProblems {
    private static final String OR_ACCEPT =
            " Or accept " + Control.DATA_1.id() + " with a reason, a person and a date, under accept.";

    private final boolean accepted;
    private final List<Problem> problems;

    FieldProblems(SecurityPolicy policy, LocalDate today, List<Problem> problems) {
        this.accepted = policy.accepts(Control.DATA_1, today);
        this.problems = problems;
    }

    /** The policy is laxer than a mark. */
    void lowered(FieldCatalogue.Field field, Place place) {
        weak(
                place,
                field,
                "at least " + word(field.mark().orElseThrow()) + ", as the code marks it",
                "Remove it from the policy, or change the mark.");
    }

    /** A field has the name of a restricted one. */
    void named(Class<?> type, FieldCatalogue.Field field) {
        weak(
                new Place(type.getName(), 0),
                field,
                "restricted, as another field of that name is",
                "Mark it restricted, classify the other one, or give it another name: under this one it is stripped from responses.");
    }

    /** A field is laxer than what it says that it is a copy of. */
    void copied(Class<?> type, FieldCatalogue.Field field, FieldCatalogue.Field source) {
        weak(
                new Place(type.getName(), 0),
                field,
                "at least " + word(source.level()) + ", as " + source.type() + "." + source.name() + " is",
                "Mark the copy as what it is a copy of.");
    }

    /** A field says that it is a copy of one that is not there. */
    void without(Class<?> type, FieldCatalogue.Field field, String from) {
        problems.add(new Problem(
                new Place(type.getName(), 0),
                field.type() + "." + field.name(),
                Optional.of(Control.DATA_1),
                "a copy of a field of a registered type",
                from,
                "Write from as Type.field, and register that type too."));
    }

    /** The policy names fields that no registered type of the name has. */
    void unknown(String type, FieldPolicy said, Map<Class<?>, Map<String, Marks.Mark>> types) {
        Set<Class<?>> registered = types.keySet().stream()
                .filter(known -> known.getSimpleName().equals(type))
                .collect(Collectors.toSet());
        for (String name : new TreeSet<>(Levels.names(said))) {
            if (!registered.isEmpty()
                    && registered.stream().noneMatch(known -> Marks.of(known).containsKey(name))) {
                problems.add(new Problem(
                        said.place(),
                        "fields." + type,
                        Optional.of(Control.DATA_1),
                        "fields that " + type + " has",
                        name,
                        "Write one of "
                                + String.join(
                                        ", ",
                                        new TreeSet<>(
                                                Marks.of(registered.iterator().next())
                                                        .keySet()))
                                + "."));
            }
        }
    }

    private void weak(Place place, FieldCatalogue.Field field, String asked, String remedy) {
        if (!accepted) {
            problems.add(new Problem(
                    place,
                    field.type() + "." + field.name(),
                    Optional.of(Control.DATA_1),
                    asked,
                    word(field.level()),
                    remedy + OR_ACCEPT));
        }
    }

    private static String word(Classification level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
