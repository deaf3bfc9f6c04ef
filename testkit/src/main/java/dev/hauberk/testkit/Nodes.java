package dev.hauberk.testkit;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Campaign;
import dev.hauberk.testkit.attack.Trial;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Makes JUnit's tests of attacks. Nothing is sent before JUnit runs a test. */
final class Nodes {
    private Nodes() {}

    static DynamicNode of(Campaign campaign, Control control, List<Method> attacks) {
        return DynamicContainer.dynamicContainer(
                control.id() + " " + control.title(), attacks.stream().map(attack -> node(campaign, control, attack)));
    }

    private static DynamicNode node(Campaign campaign, Control control, Method method) {
        Attack attack = Families.attack(method);
        String name = control.id() + " " + attack.tries();
        if (method.getReturnType() == void.class) {
            return DynamicTest.dynamicTest(name, () -> run(campaign, control, method));
        }
        return DynamicContainer.dynamicContainer(name, Stream.of(control).flatMap(c -> trials(campaign, c, method)));
    }

    private static Stream<DynamicNode> trials(Campaign campaign, Control control, Method method) {
        try {
            List<Trial> trials = ((Stream<?>) run(campaign, control, method))
                    .map(Trial.class::cast)
                    .toList();
            if (trials.isEmpty()) {
                throw Attacker.notTried(
                        "nothing to try it on: " + Families.attack(method).tries());
            }
            return trials.stream()
                    .map(trial -> DynamicTest.dynamicTest(control.id() + " " + trial.tries(), trial.attempt()));
        } catch (Throwable reason) { // what stops an attack before it starts is the one test's result
            return Stream.of(DynamicTest.dynamicTest(
                    control.id() + " " + Families.attack(method).tries(), () -> {
                        throw reason;
                    }));
        }
    }

    private static Object run(Campaign campaign, Control control, Method method) throws Throwable {
        Mode mode = campaign.target().policy().mode(control);
        if (mode != Mode.ENFORCE) {
            throw Attacker.notTried("the policy sets " + control.id() + " to " + mode);
        }
        Attacker attacker = campaign.attacker(control, Families.attack(method));
        try {
            Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            Object result = method.invoke(constructor.newInstance(), attacker);
            return result == null ? Stream.empty() : result;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
