package dev.hauberk.jpa;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a class and its superclasses, those of the class itself first. */
final class JavaFields {
    private JavaFields() {}

    static Stream<Field> of(@Nullable Class<?> type) {
        return type == null
                ? Stream.empty()
                : Stream.concat(Arrays.stream(type.getDeclaredFields()), of(type.getSuperclass()));
    }

    static Optional<Field> find(Class<?> type, String name) {
        return of(type).filter(field -> field.getName().equals(name)).findFirst();
    }
}
