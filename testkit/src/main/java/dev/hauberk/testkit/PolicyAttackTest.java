package dev.hauberk.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * Marks a class that attacks an application: one instance serves all tests, and the tag {@code attack} picks it. The class
 * implements {@link TargetSource}. With Spring Boot it is annotated {@code @SpringBootTest} too:
 *
 * <pre>{@code
 * @PolicyAttackTest
 * @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
 * class PolicyTest implements TargetSource {
 *     @LocalServerPort int port;
 *
 *     public Target target() {
 *         return new WorkbenchTarget(port);
 *     }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Tag("attack")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PolicyAttackTest {
    /** The controls to attack, by id; all where none is named. */
    String[] value() default {};
}
