package dev.hauberk.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lays single settings of other sources over a tree. */
final class Overlay {
    private final Problems problems;

    Overlay(Problems problems) {
        this.problems = problems;
    }

    /** Every setting that has one value at a fixed path. */
    static Set<String> scalars() {
        Set<String> paths = new TreeSet<>();
        collect(SecurityPolicy.class, "", paths);
        return paths;
    }

    private static void collect(Class<?> section, String path, Set<String> paths) {
        for (Known known : Known.of(section)) {
            String at = Binder.join(path, known.key());
            if (Known.isSection(known.type())) {
                collect((Class<?>) known.type(), at, paths);
            } else if (isScalar(known.type())) {
                paths.add(at);
            }
        }
    }

    private static boolean isScalar(Type type) {
        return type instanceof Class<?>
                || type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    }

    /** The tree with a setting laid over it; the tree itself, and a problem, where there is no such setting. */
    Node.Mapping lay(Node.Mapping root, String path, String value, Place place) {
        Set<String> scalars = scalars();
        if (!scalars.contains(path)) {
            String remedy = Nearest.of(path, List.copyOf(scalars))
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("Write it in the policy's file.");
            problems.add(place, Shown.key(path), "a setting with one value", "another path", remedy);
            return root;
        }
        return root.with(List.of(path.split("\\.")), new Node.Text(value, place));
    }
}
