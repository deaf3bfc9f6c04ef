package dev.hauberk.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the configuration metadata that Spring Boot's tools read. Values are text to our own loader, whatever Boot would make of them, so
 * that only numbers and yes or no have a type of their own.
 */
final class SpringMetadata {
    private static final String PREFIX = "hauberk";

    private final List<Object> groups = new ArrayList<>();
    private final List<Object> properties = new ArrayList<>();
    private final List<Object> hints = new ArrayList<>();

    Map<String, Object> document() {
        section(SecurityPolicy.class, PREFIX, "The security policy.");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("groups", groups);
        document.put("properties", properties);
        document.put("hints", hints);
        return document;
    }

    private void section(Class<?> type, String name, String says) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("name", name);
        group.put("type", type.getName());
        group.put("description", says);
        groups.add(group);
        for (Known known : Known.of(type)) {
            String below = name + "." + known.key();
            if (Known.isSection(known.type())) {
                section((Class<?>) known.type(), below, known.setting().says());
            } else {
                property(known, below);
            }
        }
    }

    private void property(Known known, String name) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", name);
        property.put("type", type(known.type()));
        property.put("description", known.setting().says());
        known.written().ifPresent(written -> property.put("defaultValue", written));
        properties.add(property);
        List<String> words = words(known.type());
        if (!words.isEmpty()) {
            Map<String, Object> hint = new LinkedHashMap<>();
            hint.put("name", name);
            hint.put("values", words.stream().map(word -> Map.of("value", word)).toList());
            hints.add(hint);
        }
    }

    private static List<String> words(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? List.of() : words(generic.getActualTypeArguments()[0]);
        }
        return ScalarType.words((Class<?>) type);
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return type(of[0]);
            }
            String raw = ((Class<?>) generic.getRawType()).getName();
            return raw + "<" + (of.length == 1 ? type(of[0]) : "java.lang.String," + type(of[1])) + ">";
        }
        if (type == int.class) {
            return "java.lang.Integer";
        }
        if (type == boolean.class) {
            return "java.lang.Boolean";
        }
        return Known.isSection(type) ? ((Class<?>) type).getName() : "java.lang.String";
    }
}
