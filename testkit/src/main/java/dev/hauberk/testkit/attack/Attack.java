package dev.hauberk.testkit.attack;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * An attack on a control. The method takes an {@link Attacker}, and returns nothing, or a {@code Stream<Trial>} where it is many.
 */
@Documented
@Tag("attack")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Attack {
    /** The control's id, for example {@code SESS-4}. */
    String value();

    /** What is tried, as the rest of a test's name that starts with the control. */
    String tries();

    /** The setting of the policy that is broken where it succeeds, where it is not a route. */
    String breaks() default "";

    /** Whether it attacks limits or attempts, and so needs the target that enforces them. */
    boolean onLimits() default false;
}
