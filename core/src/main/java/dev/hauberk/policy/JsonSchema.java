package dev.hauberk.policy;

import dev.hauberk.Control;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the JSON Schema of a policy file. */
final class JsonSchema {
    /** How value types are written; a form that is left out here is the loader's to check. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            Duration.class, "^(0|(?=.)([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?([0-9]+ms)?)$",
            LocalDate.class, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            Rate.class, "^[0-9]+ per [0-9dhms]+$",
            Limit.class, "^[0-9]+ per [0-9dhms]+ per (address|user|tenant)$",
            Money.class, "^(\\$[0-9]+(\\.[0-9]{1,6})?|[0-9]+(\\.[0-9]{1,6})? USD)$",
            BudgetSpan.class, "^(user|tenant) per (day|month|1d)$",
            DataSize.class, "^[0-9]+ *(B|KB|MB)$",
            Failures.class, "^[0-9]+ failures$",
            Shape.class, "^(text|integer|number|boolean|texts)( +-?[0-9]+\\.\\.-?[0-9]+)?$");

    Map<String, Object> document() {
        Map<String, Object> policy = Map.of("$ref", "#/$defs/policy");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", "A Hauberk security policy");
        document.put("anyOf", List.of(wrapped(policy), policy));
        document.put("$defs", Map.of("policy", section(SecurityPolicy.class)));
        return document;
    }

    private static Map<String, Object> wrapped(Map<String, Object> policy) {
        Map<String, Object> wrapped = new LinkedHashMap<>();
        wrapped.put("type", "object");
        wrapped.put("required", List.of("hauberk"));
        wrapped.put("additionalProperties", false);
        wrapped.put("properties", Map.of("hauberk", policy));
        return wrapped;
    }

    private Map<String, Object> section(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Known known : Known.of(type)) {
            properties.put(known.key(), property(known));
            if (known.isRequired()) {
                required.add(known.key());
            }
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "object");
        section.put("additionalProperties", false);
        if (!required.isEmpty()) {
            section.put("required", required);
        }
        section.put("properties", properties);
        return section;
    }

    private Map<String, Object> property(Known known) {
        Map<String, Object> property = new LinkedHashMap<>();
        String controls =
                Arrays.stream(known.setting().control()).map(Control::id).collect(Collectors.joining(", "));
        property.put("description", known.setting().says() + (controls.isEmpty() ? "" : " (" + controls + ")"));
        known.written().ifPresent(written -> property.put("default", written));
        property.putAll(value(known.type()));
        return property;
    }

    private Map<String, Object> value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return value(of[0]);
            }
            return generic.getRawType() == Map.class ? map((Class<?>) of[0], of[1]) : list(of[0]);
        }
        return Known.isSection(type) ? section((Class<?>) type) : scalar((Class<?>) type);
    }

    private Map<String, Object> map(Class<?> key, Type of) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", "object");
        if (!ScalarType.words(key).isEmpty()) {
            map.put("propertyNames", Map.of("enum", ScalarType.words(key)));
        }
        map.put("additionalProperties", value(of));
        return map;
    }

    /** A list, or its one item alone. */
    private Map<String, Object> list(Type of) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", value(of));
        return Known.isSection(of) ? array : Map.of("anyOf", List.of(array, value(of)));
    }

    private static Map<String, Object> scalar(Class<?> type) {
        if (type == int.class || type == long.class) {
            return Map.of("type", "integer");
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        Map<String, Object> scalar = new LinkedHashMap<>();
        // Editors read an unquoted 0 as a number.
        scalar.put("type", type == Duration.class ? List.of("string", "integer") : "string");
        if (!ScalarType.words(type).isEmpty()) {
            scalar.put("enum", ScalarType.words(type));
        }
        String form = FORMS.get(type);
        if (form != null) {
            scalar.put("pattern", form);
        }
        return scalar;
    }
}
