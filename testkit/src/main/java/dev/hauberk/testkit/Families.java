package dev.hauberk.testkit;

import dev.hauberk.Control;
import dev.hauberk.testkit.attack.Attack;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the methods that attack a control, in the classes that each family names. */
final class Families {
    private static final Map<Control, List<Method>> BY_CONTROL = find();

    private Families() {}

    static Map<Control, List<Method>> byControl() {
        return BY_CONTROL;
    }

    private static Map<Control, List<Method>> find() {
        Map<Control, List<Method>> found = new EnumMap<>(Control.class);
        families()
                .flatMap(family -> Arrays.stream(family.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Attack.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> found.computeIfAbsent(control(method), control -> new ArrayList<>())
                        .add(method));
        return found;
    }

    private static Stream<Class<?>> families() {
        return Stream.of(
                        dev.hauberk.testkit.attack.authn.AuthnAttacks.all(),
                        dev.hauberk.testkit.attack.session.SessionAttacks.all(),
                        dev.hauberk.testkit.attack.access.AccessAttacks.all(),
                        dev.hauberk.testkit.attack.web.WebAttacks.all(),
                        dev.hauberk.testkit.attack.input.InputAttacks.all(),
                        dev.hauberk.testkit.attack.limit.LimitAttacks.all(),
                        dev.hauberk.testkit.attack.log.LogAttacks.all())
                .flatMap(List::stream);
    }

    private static Control control(Method method) {
        Attack attack = attack(method);
        return Control.of(attack.value())
                .orElseThrow(() -> new IllegalStateException(method + " attacks an unknown control"));
    }

    static Attack attack(Method method) {
        Attack attack = method.getAnnotation(Attack.class);
        if (attack == null) {
            throw new IllegalStateException(method + " is no attack");
        }
        return attack;
    }
}
