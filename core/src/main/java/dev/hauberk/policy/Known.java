package dev.hauberk.policy;

import dev.hauberk.Control;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A key that a section has: the component of its record, and what the annotation says of it.
 *
 * @param component the record's component
 * @param setting its annotation
 */
record Known(RecordComponent component, Setting setting) {
    /** The keys of a section, in their order. */
    static List<Known> of(Class<?> section) {
        return Arrays.stream(section.getRecordComponents())
                .filter(component -> component.getAnnotation(Setting.class) != null)
                .map(component -> new Known(component, component.getAnnotation(Setting.class)))
                .toList();
    }

    /** Whether a type is a section: a record whose components are settings. */
    static boolean isSection(Type type) {
        return type instanceof Class<?> section
                && section.isRecord()
                && !of(section).isEmpty();
    }

    /** The key in the file. */
    String key() {
        return setting.key().isEmpty() ? kebab(component.getName()) : setting.key();
    }

    Type type() {
        return component.getGenericType();
    }

    /** A problem's remedy: how it may be written. */
    String remedy() {
        String or = setting.or();
        if (or.isEmpty()) {
            return "Write it so.";
        }
        return "Write for example " + key() + ": "
                + (or.contains(", ") && type() instanceof ParameterizedType ? "[" + or + "]" : or) + ".";
    }

    /** What holds where nothing is written, as JSON has it: a number, a yes or no, a text or a list of texts. */
    Optional<Object> written() {
        String or = setting.or();
        if (or.isEmpty()) {
            return Optional.empty();
        }
        if (type() instanceof ParameterizedType) {
            return Optional.of(List.of(or.split(", ")));
        }
        if (type() == boolean.class) {
            return Optional.of(Scalars.yesOrNo(or));
        }
        return Optional.of(type() == int.class ? (Object) Scalars.whole(or) : or);
    }

    /** Whether it must be written: it holds one value, and there is none where nothing is written. */
    boolean isRequired() {
        return setting.or().isEmpty() && !isSection(type()) && !(type() instanceof ParameterizedType);
    }

    /** The control that a problem names. */
    Optional<Control> control() {
        return Arrays.stream(setting.control()).findFirst();
    }

    /** What a record holds of it. */
    Object get(Object section) {
        try {
            return component.getAccessor().invoke(section);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a section's accessor only answers", e);
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
