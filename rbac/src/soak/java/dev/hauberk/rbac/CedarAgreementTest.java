package dev.hauberk.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Permission;
import dev.hauberk.Reason;
import dev.hauberk.Resource;
import dev.hauberk.Tenant;
import dev.hauberk.policy.SecurityPolicy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Another's engine reads the same roles: Cedar, whose library is large, with -Psoak alone. */
@Tag("RBAC-3")
@Tag("RBAC-5")
@Tag("soak")
class CedarAgreementTest {
    private static final int QUESTIONS = 100_000;
    private static final long SEED = 20_261_124;

    @Test
    void decidesAsCedarDoes() throws Exception {
        SecurityPolicy workbench = Policies.workbench();
        AccessPolicy access = AccessPolicy.of(workbench);
        Cedar cedar = Cedar.of(workbench);
        Random random = new Random(SEED);
        int granted = 0;
        Map<Reason, Integer> denied = new EnumMap<>(Reason.class);

        for (int i = 0; i < QUESTIONS; i++) {
            Question question = Question.any(workbench, random);
            Decision decision = decide(access, question);
            assertThat(decision.isGranted()).as("%s", question).isEqualTo(cedar.permits(question));
            if (decision instanceof Denied no) {
                denied.merge(no.reason(), 1, Integer::sum);
            } else {
                granted++;
            }
        }

        // Neither answer is rare, nor either reason for a no.
        assertThat(granted).isGreaterThan(QUESTIONS / 20);
        assertThat(denied).containsOnlyKeys(Reason.PERMISSION, Reason.TENANT);
        assertThat(denied.values()).allMatch(times -> times > QUESTIONS / 20);
    }

    private static Decision decide(AccessPolicy access, Question question) {
        return access.decide(
                Callers.of(question.own().map(Tenant::new), question.roles()),
                new Permission(question.permission()),
                new Resource("thing", Optional.empty(), question.owner().map(Tenant::new)));
    }
}
