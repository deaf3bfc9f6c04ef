package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Policies as the tests write them, read on a fixed day. */
final class Written {
    static final InstantSource TODAY = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    private Written() {}

    /** What is wrong with a policy; none where it is read. */
    static List<Problem> problems(String yaml) {
        return problems(PolicySource.yaml(yaml, "hauberk.yml"));
    }

    static List<Problem> problems(PolicySource source) {
        PolicyException refused = catchThrowableOfType(PolicyException.class, () -> source.policy(TODAY));
        return refused == null ? List.of() : refused.problems();
    }

    /** The same, without some of the rooms. */
    static List<Problem> problemsWithout(Set<String> rooms, String yaml) {
        PolicyException refused = catchThrowableOfType(
                PolicyException.class,
                () -> new PolicyReader(TODAY, room -> !rooms.contains(room))
                        .read(PolicySource.yaml(yaml, "hauberk.yml")));
        return refused == null ? List.of() : refused.problems();
    }

    static List<String> lines(String yaml) {
        return problems(yaml).stream().map(Problem::toString).toList();
    }

    static SecurityPolicy policy(String yaml) {
        return PolicySource.yaml(yaml, "hauberk.yml").policy(TODAY);
    }
}
