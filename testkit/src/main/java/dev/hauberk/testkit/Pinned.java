package dev.hauberk.testkit;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** Attacks that may stay untried only for reasons that are known: a hook that is lost fails, and does not pass as a skip. */
final class Pinned {
    private final Set<String> reasons;

    Pinned(Set<String> reasons) {
        this.reasons = Set.copyOf(reasons);
    }

    Stream<DynamicNode> of(Stream<? extends DynamicNode> attacks) {
        return attacks.map(this::node);
    }

    private DynamicNode node(DynamicNode node) {
        if (node instanceof DynamicContainer container) {
            // Asked for when JUnit comes to it, since making trials may already send requests.
            Stream<DynamicNode> children = Stream.of(container).flatMap(held -> of(held.getChildren()));
            return DynamicContainer.dynamicContainer(container.getDisplayName(), children);
        }
        return node instanceof DynamicTest test
                ? DynamicTest.dynamicTest(test.getDisplayName(), pinned(test.getExecutable()))
                : node;
    }

    private Executable pinned(Executable attack) {
        return () -> {
            try {
                attack.execute();
            } catch (TestAbortedException e) {
                String said = String.valueOf(e.getMessage());
                if (reasons.stream().noneMatch(said::contains)) {
                    throw new AssertionError("this was to be tried, and was not: " + said, e);
                }
                throw e;
            }
        };
    }
}
