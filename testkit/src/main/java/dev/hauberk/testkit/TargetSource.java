package dev.hauberk.testkit;

import dev.hauberk.testkit.target.Target;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * A test class that names its target and inherits the attacks.
 *
 * <pre>{@code
 * class MailAttackTest implements TargetSource {
 *     public Target target() {
 *         return new MailTarget();
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface TargetSource {
    /** The target, which is already started. */
    Target target();

    /**
     * For which reasons an attack may stay untried, each a part of what it says. Where this is given, an attack that is not tried for
     * any other reason fails.
     */
    default Optional<Set<String>> mayStayUntriedFor() {
        return Optional.empty();
    }

    /** The attacks: on the controls that {@link PolicyAttackTest} names, or on all. */
    @TestFactory
    default Stream<DynamicNode> attacks() {
        PolicyAttackTest picks = getClass().getAnnotation(PolicyAttackTest.class);
        Stream<DynamicNode> attacks =
                picks == null || picks.value().length == 0 ? Attacks.on(target()) : Attacks.on(target(), picks.value());
        return mayStayUntriedFor()
                .map(reasons -> new Pinned(reasons).of(attacks))
                .orElse(attacks);
    }
}
