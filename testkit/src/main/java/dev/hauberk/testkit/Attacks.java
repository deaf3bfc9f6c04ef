package dev.hauberk.testkit;

import dev.hauberk.Control;
import dev.hauberk.testkit.attack.Campaign;
import dev.hauberk.testkit.target.Target;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/**
 * The attacks on an application: a container a control, in it a test for each thing that is tried. Return them from a method
 * annotated {@code @TestFactory}. An attack that does not apply to the policy, or for which the target gives no hook, is
 * skipped and says why.
 *
 * <p>A normal run takes a seeded sample of what is many; with the system property {@code hauberk.attacks=all} everything is tried.
 */
public final class Attacks {
    private Attacks() {}

    /** Every attack on a target. */
    public static Stream<DynamicNode> on(Target target) {
        return on(target, EnumSet.allOf(Control.class));
    }

    /**
     * The attacks on some controls.
     *
     * @param controls ids, for example {@code RBAC-4}
     * @throws IllegalArgumentException where there is no control of an id, or no attack on one
     */
    public static Stream<DynamicNode> on(Target target, String... controls) {
        Set<Control> picked = EnumSet.noneOf(Control.class);
        for (String id : controls) {
            Control control =
                    Control.of(id).orElseThrow(() -> new IllegalArgumentException("there is no control " + id));
            if (!attacked().contains(control)) {
                throw new IllegalArgumentException("the kit has no attack on " + id);
            }
            picked.add(control);
        }
        return on(target, picked);
    }

    /** The controls on which there are attacks. */
    public static Set<Control> attacked() {
        return Families.byControl().keySet();
    }

    private static Stream<DynamicNode> on(Target target, Set<Control> picked) {
        Campaign campaign = Campaign.on(target);
        return Arrays.stream(Control.values())
                .filter(picked::contains)
                .filter(attacked()::contains)
                .map(control -> Nodes.of(campaign, control, Families.byControl().getOrDefault(control, List.of())));
    }
}
