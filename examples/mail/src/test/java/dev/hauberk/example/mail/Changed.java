package dev.hauberk.example.mail;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A copy of a record with one component changed, for policies that are broken on purpose and that no loader would take. */
final class Changed {
    private Changed() {}

    /** The copy: a path like {@code headers.frameOptions} changes a record within. */
    static <T extends Record> T in(T record, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return component(record, path, value);
        }
        String name = path.substring(0, dot);
        Record inner = (Record) value(record, name);
        return component(record, name, in(inner, path.substring(dot + 1), value));
    }

    private static <T extends Record> T component(T record, String name, Object value) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(component -> component.getName().equals(name))) {
            throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no component " + name);
        }
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? value : value(record, component.getName()))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            T changed = (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return changed;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Record record, String name) {
        try {
            return record.getClass().getMethod(name).invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
