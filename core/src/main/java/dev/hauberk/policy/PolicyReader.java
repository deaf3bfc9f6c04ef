package dev.hauberk.policy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        policy.ifPresent(bound -> check(bound, root, source.folder(), problems));
        problems.throwIfAny();
        return policy.orElseThrow(() -> new IllegalStateException("a policy has a default for everything"));
    }

    private void check(SecurityPolicy policy, Node.Mapping root, Optional<Path> folder, Problems problems) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Findings findings = new Findings(root, policy.accept(), today, problems);
        new ModeCheck(policy.modes(), findings).check();
        new FailureCheck(policy, findings).check();
        new BudgetCheck(policy.budgets(), findings).check();
        new KeyCheck(policy.keys(), findings).check();
        new RoleCheck(policy, findings).check();
        new RouteCheck(policy, findings).check();
        new BodyCheck(policy, findings).check();
        new OriginCheck(policy.origins(), findings).check();
        new HeaderCheck(policy.headers(), findings).check();
        new CacheCheck(policy, findings).check();
        new ContactCheck(policy.contacts(), findings).check();
        new Baselines(folder, findings, problems).find(policy.baseline()).ifPresent(baseline -> {
            baseline.hold(policy, findings);
            baseline.holdBudgets(policy, findings);
            if (rooms.test("ratelimit")) {
                baseline.holdLimits(policy, findings);
            }
        });
    }
}
