package dev.hauberk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Finds {@code synchronized} methods of classes that do input or output: a virtual thread is pinned in them. */
final class TakesAMonitor extends ArchCondition<JavaClass> {
    TakesAMonitor() {
        super("have synchronized methods beside input or output");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean slow = type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .anyMatch(name -> Stream.of(
                                "java.io", "java.net", "java.nio.file", "java.sql", "javax.sql", "jakarta.servlet")
                        .anyMatch(name::startsWith));
        type.getMethods().stream()
                .filter(method -> slow && method.getModifiers().contains(JavaModifier.SYNCHRONIZED))
                .forEach(method -> events.add(SimpleConditionEvent.satisfied(method, method.getFullName())));
    }
}
