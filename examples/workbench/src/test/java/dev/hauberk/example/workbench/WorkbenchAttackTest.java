package dev.hauberk.example.workbench;

import dev.hauberk.example.probe.Probes;
import dev.hauberk.testkit.PolicyAttackTest;
import dev.hauberk.testkit.TargetSource;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.Target;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every attack of the kit on the workbench. */
@PolicyAttackTest
class WorkbenchAttackTest implements TargetSource {
    private RunningWorkbench intact;
    private RunningWorkbench relaxed;

    @BeforeAll
    void start() {
        intact = new RunningWorkbench(Policies.withProbes(), Probes.class);
        relaxed = new RunningWorkbench(Relaxed.policy(Policies.withProbes()), Probes.class);
    }

    @AfterAll
    void stop() {
        intact.close();
        relaxed.close();
    }

    @Override
    public Target target() {
        Target free = relaxed.target(Policies.withProbes(), Optional.empty());
        return intact.target(Policies.withProbes(), Optional.of(free));
    }

    @Override
    public Optional<Set<String>> mayStayUntriedFor() {
        return Optional.of(Set.of("the server hangs up without an answer"));
    }
}
