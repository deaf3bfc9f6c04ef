package dev.hauberk.example.workbench;

import dev.hauberk.example.fixture.Changed;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.PolicyAttackTest;
import dev.hauberk.testkit.TargetSource;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.Target;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The attacks on passwords again, with the hasher that the policy asks for, at the least cost that it takes: a cheap one in its place
 * would hide what bcrypt does to a password.
 */
@PolicyAttackTest({"AUTHN-1", "AUTHN-2"})
class WorkbenchPasswordAttackTest implements TargetSource {
    private static final SecurityPolicy POLICY = Relaxed.policy(Changed.in(Policies.own(), "passwords.cost", 10));

    private RunningWorkbench workbench;

    @BeforeAll
    void start() {
        workbench = RunningWorkbench.hashingItself(POLICY);
    }

    @AfterAll
    void stop() {
        workbench.close();
    }

    @Override
    public Target target() {
        return workbench.target(POLICY, Optional.empty());
    }

    @Override
    public Optional<Set<String>> mayStayUntriedFor() {
        return Optional.of(Set.of());
    }
}
