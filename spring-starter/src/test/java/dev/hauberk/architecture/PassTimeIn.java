package dev.hauberk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Time is a parameter: nobody calls {@code now()} without a clock. */
final class PassTimeIn extends ArchCondition<JavaClass> {
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.lang.System.currentTimeMillis()");

    PassTimeIn() {
        super("be given the time");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getMethodCallsFromSelf().forEach(call -> {
            boolean asks = CLOCKS.contains(call.getTarget().getFullName());
            if (asks) {
                events.add(SimpleConditionEvent.violated(type, call.getDescription()));
            }
        });
    }
}
