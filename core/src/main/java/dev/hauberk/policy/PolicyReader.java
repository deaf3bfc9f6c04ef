package dev.hauberk.policy;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a policy: every check in its turn, and all problems at once. */
final class PolicyReader {
    private final InstantSource clock;
    private final Predicate<String> rooms;

    PolicyReader(InstantSource clock, Predicate<String> rooms) {
        this.clock = clock;
        this.rooms = rooms;
    }

    /** @throws PolicyException with everything that is wrong */
    SecurityPolicy read(PolicySource source) {
        Problems problems = new Problems();
        problems.addAll(source.problems());
        new SecretFinder(problems).search(source.root(), "");
        Node.Mapping root = new Sections(rooms, problems).check(source.root());
        Optional<SecurityPolicy> policy = new Binder(problems).section(SecurityPolicy.class, root, "");
        problems.throwIfAny();
        return policy.orElseThrow(() -> new IllegalStateException("a policy has a default for everything"));
    }
}
