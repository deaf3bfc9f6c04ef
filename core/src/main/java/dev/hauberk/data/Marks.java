package dev.hauberk.data;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the marks of a type: those of its fields, inherited ones too, and its own. */
final class Marks {
    private Marks() {}

    /**
     * What the code says of a field.
     *
     * @param own whether the field itself bears a mark
     * @param level what it or its type says; empty where neither does
     * @param from what it is a copy of; empty where it is none
     */
    record Mark(boolean own, Optional<Classification> level, String from) {}

    /** The fields of a type by name, a subclass's before one of the same name that it hides. */
    static Map<String, Mark> of(Class<?> type) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Class<?> part = type;
                part != null && part != Object.class && part != Record.class;
                part = part.getSuperclass()) {
            Class<?> declaring = part;
            for (Field field : part.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    marks.putIfAbsent(
                            field.getName(), mark(field, ofType(declaring).or(() -> ofType(type))));
                }
            }
        }
        return marks;
    }

    private static Mark mark(Field field, Optional<Classification> ofType) {
        Optional<Classified> strictest =
                Arrays.stream(field.getAnnotations()).flatMap(Marks::said).max(Comparator.comparing(Classified::value));
        String from = Optional.ofNullable(field.getAnnotation(Classified.class))
                .map(Classified::from)
                .orElse("");
        return new Mark(strictest.isPresent(), strictest.map(Classified::value).or(() -> ofType), from);
    }

    /** What an annotation says, or what is said on it. */
    private static Stream<Classified> said(Annotation annotation) {
        return annotation instanceof Classified classified
                ? Stream.of(classified)
                : Stream.ofNullable(annotation.annotationType().getAnnotation(Classified.class));
    }

    private static Optional<Classification> ofType(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Classified.class)).map(Classified::value);
    }
}
