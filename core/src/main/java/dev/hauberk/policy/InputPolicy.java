package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Map;

/**
 * What a request body may be (INPUT-1).
 *
 * @param maxBody the greatest size
 * @param maxDepth how deep JSON may be nested
 * @param maxMembers how many members and elements JSON may have in all
 * @param bodies the shapes of bodies, by name: each member with its type; a member whose name ends in {@code ?} may be left out
 */
public record InputPolicy(
        @Setting(says = "The greatest size.", or = "64KB", control = Control.INPUT_1, weaker = Weaker.HIGHER)
        DataSize maxBody,

        @Setting(says = "How deep JSON may be nested.", or = "32", control = Control.INPUT_1, weaker = Weaker.HIGHER)
        int maxDepth,

        @Setting(
                says = "How many members and elements JSON may have in all.",
                or = "10000",
                control = Control.INPUT_1,
                weaker = Weaker.HIGHER)
        int maxMembers,

        @Setting(says = "The shapes of bodies, by name: each member with its type.", or = "", control = Control.INPUT_1)
        Map<String, Map<String, Shape>> bodies) {

    /** @throws IllegalArgumentException where a bound is out of its range */
    public InputPolicy {
        if (maxDepth < 1 || maxDepth > 256 || maxMembers < 1 || maxBody.bytes() < 1) {
            throw new IllegalArgumentException("max-depth is between 1 and 256, max-members and max-body at least 1");
        }
        bodies = Map.copyOf(bodies);
    }

    /** The same with other shapes of bodies. */
    public InputPolicy withBodies(Map<String, Map<String, Shape>> others) {
        return new InputPolicy(maxBody, maxDepth, maxMembers, others);
    }
}
