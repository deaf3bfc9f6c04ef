package dev.hauberk.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes nodes of maps, lists and scalars of Java. */
final class JavaNodes {
    private final Problems problems;

    JavaNodes(Problems problems) {
        this.problems = problems;
    }

    Node.Mapping mapping(Map<?, ?> map, String path) {
        List<Node.Entry> entries = new ArrayList<>();
        map.forEach((key, value) -> node(value, Binder.join(path, text(key)))
                .ifPresent(node -> entries.add(new Node.Entry(text(key), Place.JAVA, node))));
        return new Node.Mapping(entries, Place.JAVA);
    }

    private Optional<Node> node(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            return Optional.of(mapping(map, path));
        }
        if (value instanceof Iterable<?> items) {
            List<Node> nodes = new ArrayList<>();
            items.forEach(item -> node(item, path).ifPresent(nodes::add));
            return Optional.of(new Node.Sequence(nodes, Place.JAVA));
        }
        if (value == null) {
            problems.add(Place.JAVA, path, "a value", "null", "Leave the key out.");
            return Optional.empty();
        }
        return Optional.of(new Node.Text(text(value), Place.JAVA));
    }

    /** A scalar as a file would write it. Value types write themselves so. */
    private static String text(@Nullable Object value) {
        if (value instanceof Duration time) {
            return Scalars.text(time);
        }
        return value instanceof Enum<?> constant && !(value instanceof dev.hauberk.Control)
                ? Scalars.word(constant)
                : String.valueOf(value);
    }
}
