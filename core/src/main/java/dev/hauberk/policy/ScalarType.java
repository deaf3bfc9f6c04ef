package dev.hauberk.policy;

import dev.hauberk.Control;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Makes a value of one scalar. Every failure is an {@link IllegalArgumentException} that says how it is written. */
final class ScalarType {
    private ScalarType() {}

    /** The value of a text. */
    static Object parse(Class<?> type, String text) {
        if (text.contains("${")) {
            throw new IllegalArgumentException("the value itself: no placeholder is filled in here");
        }
        try {
            return value(type, text);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a number that is not that large", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date is written like 2027-01-31", e);
        }
    }

    /** The words that may be written, where only certain ones may. */
    static List<String> words(Class<?> type) {
        if (type == Control.class) {
            return Arrays.stream(Control.values()).map(Control::id).toList();
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> Scalars.word((Enum<?>) constant))
                        .toList()
                : List.of();
    }

    private static Object value(Class<?> type, String text) {
        if (type == String.class) {
            return line(text);
        }
        if (type == int.class) {
            return Math.toIntExact(Scalars.whole(text));
        }
        if (type == long.class) {
            return Scalars.whole(text);
        }
        if (type == boolean.class) {
            return Scalars.yesOrNo(text);
        }
        if (type == Duration.class) {
            return Scalars.time(text);
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Control.class) {
            return Control.of(text).orElseThrow(() -> new IllegalArgumentException("the id of a control, like SESS-4"));
        }
        return type.isEnum() ? constant(type, text) : byItsParser(type, text);
    }

    /** Line ends and other control characters would let a value write a header or a log line of its own. */
    private static String line(String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("text on one line, without control characters");
        }
        return text;
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Scalars.word((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("one of " + String.join(", ", words(type))));
    }

    private static Object byItsParser(Class<?> type, String text) {
        try {
            Method parser = type.getDeclaredMethod("parse", String.class);
            return parser.invoke(null, text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a parser throws nothing checked", e);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(type.getName() + " has no static parse(String)", e);
        }
    }
}
