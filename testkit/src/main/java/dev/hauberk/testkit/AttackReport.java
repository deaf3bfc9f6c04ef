package dev.hauberk.testkit;

import dev.hauberk.testkit.attack.Breach;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * What came of attacks that were made outside of JUnit, for example on a copy that is broken on purpose.
 *
 * @param held names of attacks that failed, as they should
 * @param broken names of attacks that succeeded, each with the reason
 * @param notTried names of attacks that could not be made, each with the reason
 */
public record AttackReport(List<String> held, List<String> broken, List<String> notTried) {
    public AttackReport {
        held = List.copyOf(held);
        broken = List.copyOf(broken);
        notTried = List.copyOf(notTried);
    }

    /**
     * Makes the attacks, one after the other.
     *
     * @throws IllegalStateException where one fails by itself, which says nothing of the application
     */
    public static AttackReport of(Stream<? extends DynamicNode> attacks) {
        Gathered gathered = new Gathered();
        attacks.forEach(gathered::make);
        return gathered.report();
    }

    private static final class Gathered {
        private final List<String> held = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private final List<String> notTried = new ArrayList<>();

        private void make(DynamicNode node) {
            if (node instanceof DynamicContainer container) {
                container.getChildren().forEach(this::make);
            } else if (node instanceof DynamicTest test) {
                make(test);
            }
        }

        private void make(DynamicTest test) {
            String name = test.getDisplayName();
            try {
                test.getExecutable().execute();
                held.add(name);
            } catch (TestAbortedException e) {
                notTried.add(name + ": " + e.getMessage());
            } catch (Breach e) {
                broken.add(name + ": " + e.getMessage());
            } catch (Throwable e) {
                throw new IllegalStateException("could not be tried: " + name, e);
            }
        }

        private AttackReport report() {
            return new AttackReport(held, broken, notTried);
        }
    }
}
