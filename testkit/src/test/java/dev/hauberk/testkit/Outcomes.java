package dev.hauberk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * What came of running attacks.
 *
 * @param passed the names of those that the target bore
 * @param failed message by name
 * @param notTried reason by name
 */
record Outcomes(List<String> passed, Map<String, String> failed, Map<String, String> notTried) {
    static Outcomes of(Stream<DynamicNode> nodes) {
        Outcomes outcomes = new Outcomes(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        nodes.forEach(outcomes::run);
        return outcomes;
    }

    void run(DynamicNode node) {
        if (node instanceof DynamicContainer container) {
            container.getChildren().forEach(this::run);
        } else if (node instanceof DynamicTest test) {
            try {
                test.getExecutable().execute();
                passed.add(test.getDisplayName());
            } catch (TestAbortedException e) {
                notTried.put(test.getDisplayName(), String.valueOf(e.getMessage()));
            } catch (Throwable e) {
                failed.put(test.getDisplayName(), String.valueOf(e.getMessage() == null ? e : e.getMessage()));
            }
        }
    }
}
