package dev.hauberk.example.mail;

import dev.hauberk.testkit.PolicyAttackTest;
import dev.hauberk.testkit.TargetSource;
import dev.hauberk.testkit.target.Target;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every attack of the kit on the mail platform. */
@PolicyAttackTest
class MailAttackTest implements TargetSource {
    private RunningMail intact;
    private RunningMail relaxed;

    @BeforeAll
    void start() throws Exception {
        intact = RunningMail.intact();
        relaxed = RunningMail.relaxed();
    }

    @AfterAll
    void stop() throws Exception {
        intact.close();
        relaxed.close();
    }

    @Override
    public Target target() {
        return intact.target(Optional.of(relaxed.target(Optional.empty())));
    }

    @Override
    public Optional<Set<String>> mayStayUntriedFor() {
        return Optional.of(Set.of(
                "the policy says tokens.in: body",
                "the target names no route that changes roles",
                "no route is public",
                "no route shows a redirect",
                "no public route has a limit per address",
                "the target runs no tool that costs",
                "nothing to try it on: every route as every role and as nobody",
                "nothing to try it on: every route with an id of another tenant's",
                "the server hangs up without an answer"));
    }
}
