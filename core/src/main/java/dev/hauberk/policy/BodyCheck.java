package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the shapes of bodies and the paths and types that leave without being looked into. */
final class BodyCheck {
    private static final Set<String> TAKEN = Set.of("none", "any");

    private final SecurityPolicy policy;
    private final Findings findings;

    BodyCheck(SecurityPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        policy.input().bodies().forEach(this::checkShape);
        List<String> exempt = policy.responses().exempt();
        for (int i = 0; i < exempt.size(); i++) {
            new HeaderCheck(policy.headers(), findings)
                    .checkPath(exempt.get(i), Control.HTTP_4, List.of("responses", "exempt", Integer.toString(i)));
        }
        for (String type : policy.responses().pass()) {
            if (!type.matches("[a-z0-9.+-]+/(?:[a-z0-9.+-]+|\\*)") || type.contains("json")) {
                findings.wrong(
                        Control.HTTP_4,
                        "a type of content that is no JSON, in lower case",
                        type,
                        "Write for example image/*.",
                        List.of("responses", "pass"));
            }
        }
    }

    private void checkShape(String name, Map<String, Shape> members) {
        List<String> path = List.of("input", "bodies", name);
        if (TAKEN.contains(name)) {
            findings.wrong(
                    Control.INPUT_1,
                    "a shape's name",
                    name,
                    "Choose another name: this one says that there is no shape.",
                    path);
        }
        for (String member : members.keySet()) {
            if (!member.endsWith("?") && members.containsKey(member + "?")) {
                findings.wrong(Control.INPUT_1, "each member once", member, "Write it with ? or without.", path);
            }
        }
    }
}
