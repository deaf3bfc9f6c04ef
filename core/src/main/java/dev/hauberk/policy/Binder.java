package dev.hauberk.policy;

import dev.hauberk.Control;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of a policy of its nodes. It never stops at a problem: what cannot be read is reported and stands as its
 * default from then on, so that the rest is checked too. Whoever binds throws the problems afterwards.
 */
final class Binder {
    private final Problems problems;

    Binder(Problems problems) {
        this.problems = problems;
    }

    /**
     * A record of a mapping.
     *
     * @param path where the mapping stands; empty for the root
     * @return the record; empty where something that has no default is missing
     */
    <R extends Record> Optional<R> section(Class<R> type, Node.Mapping mapping, String path) {
        List<Known> known = Known.of(type);
        new Keys(known.stream().map(Known::key).toList(), problems).check(mapping, path);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getType() == Place.class
                    ? mapping.place()
                    : component(components[i], mapping, path).orElse(null);
            complete &= values[i] != null;
        }
        return complete ? construct(type, values, mapping, path) : Optional.empty();
    }

    private Optional<Object> component(RecordComponent component, Node.Mapping mapping, String path) {
        Known known = new Known(component, component.getAnnotation(Setting.class));
        Optional<Node.Entry> entry = mapping.find(known.key());
        if (entry.isEmpty()) {
            Optional<Object> fallback = fallback(known);
            if (fallback.isEmpty()) {
                report(
                        mapping.place(),
                        known,
                        join(path, known.key()),
                        known.key() + " is there",
                        "nothing",
                        "Write it: " + known.setting().says());
            }
            return fallback;
        }
        return value(known.type(), known, entry.get().value(), join(path, known.key()))
                .or(() -> fallback(known));
    }

    private Optional<Object> value(Type type, Known known, Node node, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return value(of[0], known, node, path).map(Optional::of);
            }
            return generic.getRawType() == Map.class
                    ? map(of[0], of[1], known, node, path)
                    : list(of[0], known, node, path)
                            .map(items -> generic.getRawType() == Set.class ? Set.copyOf(items) : items);
        }
        Class<?> plain = (Class<?>) type;
        if (Known.isSection(plain)) {
            return mapping(known, node, path)
                    .flatMap(mapping -> section(plain.asSubclass(Record.class), mapping, path));
        }
        return scalar(plain, known, node, path);
    }

    private Optional<Object> scalar(Class<?> type, Known known, Node node, String path) {
        if (!(node instanceof Node.Text text)) {
            report(node.place(), known, path, "one value", Shown.of(node), known.remedy());
            return Optional.empty();
        }
        try {
            return Optional.of(ScalarType.parse(type, text.value()));
        } catch (IllegalArgumentException e) {
            String remedy = Nearest.of(text.value(), ScalarType.words(type))
                    .map(word -> "Did you mean " + word + "?")
                    .orElse(known.remedy());
            report(text.place(), known, path, String.valueOf(e.getMessage()), Shown.of(text.value()), remedy);
            return Optional.empty();
        }
    }

    private Optional<List<Object>> list(Type of, Known known, Node node, String path) {
        List<Object> items = new ArrayList<>();
        if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                value(of, known, sequence.items().get(i), join(path, Integer.toString(i)))
                        .ifPresent(items::add);
            }
        } else if (node instanceof Node.Text text && !text.value().isBlank()) {
            value(of, known, node, path).ifPresent(items::add);
        } else {
            report(node.place(), known, path, "a list", Shown.of(node), "Write [] for none.");
            return Optional.empty();
        }
        return Optional.of(List.copyOf(items));
    }

    private Optional<Object> map(Type key, Type of, Known known, Node node, String path) {
        return mapping(known, node, path).map(mapping -> {
            List<String> keys = ScalarType.words((Class<?>) key);
            new Keys(keys, problems).check(mapping, path);
            Map<Object, Object> values = new LinkedHashMap<>();
            for (Node.Entry entry : mapping.entries()) {
                if (keys.isEmpty() ? Keys.isName(entry.key()) : keys.contains(entry.key())) {
                    value(of, known, entry.value(), join(path, Shown.key(entry.key())))
                            .ifPresent(
                                    value -> values.putIfAbsent(ScalarType.parse((Class<?>) key, entry.key()), value));
                }
            }
            return values;
        });
    }

    private Optional<Node.Mapping> mapping(Known known, Node node, String path) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        report(
                node.place(),
                known,
                path,
                "keys with values",
                Shown.of(node),
                "Indent its keys below it, or remove it.");
        return Optional.empty();
    }

    /** What holds where nothing is written. */
    private Optional<Object> fallback(Known known) {
        Type type = known.type();
        String or = known.setting().or();
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == Optional.class) {
                return Optional.of(Optional.empty());
            }
            if (generic.getRawType() == Map.class) {
                return Optional.of(Map.of());
            }
            List<Node> items = or.isEmpty()
                    ? List.of()
                    : Arrays.stream(or.split(", "))
                            .<Node>map(item -> new Node.Text(item, Place.DEFAULT))
                            .toList();
            return value(type, known, new Node.Sequence(items, Place.DEFAULT), known.key());
        }
        if (Known.isSection(type)) {
            Class<? extends Record> section = ((Class<?>) type).asSubclass(Record.class);
            return section(section, Node.Mapping.empty(Place.DEFAULT), known.key())
                    .map(record -> record);
        }
        return or.isEmpty() ? Optional.empty() : Optional.of(ScalarType.parse((Class<?>) type, or));
    }

    private <R extends Record> Optional<R> construct(
            Class<R> type, @Nullable Object[] values, Node.Mapping mapping, String path) {
        try {
            return Optional.of(Records.create(type, values));
        } catch (IllegalArgumentException e) {
            return withoutCulprit(type, values, mapping, path, String.valueOf(e.getMessage()));
        }
    }

    /** Finds the value that a record does not take: the one with whose default it does. */
    private <R extends Record> Optional<R> withoutCulprit(
            Class<R> type, @Nullable Object[] values, Node.Mapping mapping, String path, String asked) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] defaults = values.clone();
        for (int i = 0; i < components.length; i++) {
            Known known = new Known(components[i], components[i].getAnnotation(Setting.class));
            Optional<Node.Entry> entry = mapping.find(known.key());
            Optional<Object> fallback = entry.isPresent() ? fallback(known) : Optional.empty();
            if (entry.isPresent() && fallback.isPresent()) {
                defaults[i] = fallback.get();
                @Nullable Object[] others = values.clone();
                others[i] = fallback.get();
                Optional<R> record = tried(type, others);
                if (record.isPresent()) {
                    report(
                            entry.get().place(),
                            known,
                            join(path, known.key()),
                            asked,
                            Shown.of(entry.get().value()),
                            known.remedy());
                    return record;
                }
            }
        }
        problems.add(mapping.place(), path, asked, "values that do not fit each other", "Change one of them.");
        // Where what has no default is the culprit, there is none.
        return tried(type, defaults);
    }

    private static <R extends Record> Optional<R> tried(Class<R> type, @Nullable Object[] values) {
        try {
            return Optional.of(Records.create(type, values));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void report(Place place, Known known, String path, String asked, String set, String remedy) {
        Optional<Control> control = known.control();
        problems.add(new Problem(place, path, control, asked, set, remedy));
    }

    static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
