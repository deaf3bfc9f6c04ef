package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the checks of a policy report to. It knows where each setting is written, and which weaknesses are accepted until when. */
final class Findings {
    private final Node.Mapping root;
    private final List<Acceptance> accepted;
    private final LocalDate today;
    private final Problems problems;

    Findings(Node.Mapping root, List<Acceptance> accepted, LocalDate today, Problems problems) {
        this.root = root;
        this.accepted = accepted;
        this.today = today;
        this.problems = problems;
    }

    LocalDate today() {
        return today;
    }

    /** The keys that are written at a path, those with a wrong value too, so that one mistake is not reported twice. */
    Set<String> keys(String... path) {
        Node node = root;
        for (String key : path) {
            node = node instanceof Node.Mapping mapping
                    ? mapping.find(key).map(Node.Entry::value).orElse(Node.Mapping.empty(root.place()))
                    : Node.Mapping.empty(root.place());
        }
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream().map(Node.Entry::key).collect(Collectors.toCollection(LinkedHashSet::new))
                : Set.of();
    }

    /** Reports what is wrong, and which nobody can accept. */
    void wrong(Control control, String asked, String set, String remedy, List<String> path) {
        problems.add(root.placeOf(path), shown(path), control, asked, Shown.of(set), remedy);
    }

    /** Reports what is wrong with a rule. */
    void wrong(RoutePolicy rule, String key, Control control, String asked, String set, String remedy) {
        problems.add(rule.place(), "routes." + key, control, asked, Shown.of(set), remedy);
    }

    /**
     * Reports what is weak, unless it is accepted.
     *
     * @param controls those of which one is weak, the first being named; whoever accepts any of them accepts this
     */
    void weak(Set<Control> controls, String asked, String set, String remedy, List<String> path) {
        Optional<LocalDate> until = accepted.stream()
                .filter(acceptance -> controls.contains(acceptance.control()))
                .map(Acceptance::until)
                .max(Comparator.naturalOrder());
        if (until.isPresent() && !until.get().isBefore(today)) {
            return;
        }
        Control control = controls.iterator().next();
        String otherwise = until.map(ended ->
                        " The acceptance of " + control.id() + " ended on " + ended + ": renew it with a reason.")
                .orElse(" Or accept " + control.id() + " with a reason, a person and a date, under accept.");
        problems.add(root.placeOf(path), shown(path), control, asked, Shown.of(set), remedy + otherwise);
    }

    private static String shown(List<String> path) {
        return String.join(".", path.stream().map(Shown::key).toList());
    }
}
