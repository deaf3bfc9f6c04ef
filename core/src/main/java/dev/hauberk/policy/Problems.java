package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, so that all of it is reported at once. Belongs to one reading of one policy. */
final class Problems {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.place().source())
            .thenComparing(problem -> problem.place().line())
            .thenComparing(Problem::path);

    private final List<Problem> found = new ArrayList<>();

    void add(Place place, String path, Control control, String asked, String set, String remedy) {
        add(new Problem(place, path, Optional.of(control), asked, set, remedy));
    }

    void add(Place place, String path, String asked, String set, String remedy) {
        add(new Problem(place, path, Optional.empty(), asked, set, remedy));
    }

    void add(Problem problem) {
        found.add(problem);
    }

    void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Every problem once, in the order of the places. */
    List<Problem> sorted() {
        return new LinkedHashSet<>(found).stream().sorted(BY_PLACE).toList();
    }

    /** @throws PolicyException where there is a problem */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyException(sorted());
        }
    }
}
