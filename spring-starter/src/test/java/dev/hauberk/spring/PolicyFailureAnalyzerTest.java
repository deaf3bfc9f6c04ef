package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

@Tag("POSTURE-2")
class PolicyFailureAnalyzerTest {
    private static final String TEN = """
            passwords: {min-length: 4, hash: md5}
            sign-in: {attempts: many}
            sesions: {idle: 30d}
            sessions: {per-user: 50}
            tokens: {leeway: 5m}
            roles: {user: {permissions: ["notes:fly"]}}
            routes: [{path: /x, method: GET}]
            proxies: [0.0.0.0/0]
            headers: {x-frame-options: SAMEORIGIN}
            """;

    @Test
    void showsEachOfTenMistakesWithItsPlaceAndRemedy() {
        PolicyException refused =
                catchThrowableOfType(PolicyException.class, () -> SecurityPolicy.parse(TEN, "hauberk.yml"));
        FailureAnalysis analysis = new PolicyFailureAnalyzer().analyze(new IllegalStateException(refused));
        assertThat(analysis).isNotNull();
        assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(refused.problems()).allSatisfy(problem -> {
            assertThat(analysis.getDescription()).contains(problem.place().toString(), problem.path());
            assertThat(analysis.getAction()).contains(problem.remedy());
        });
    }

    @Test
    @SuppressWarnings("removal") // What replaces it makes every analyzer, which needs a whole application.
    void isFoundBySpringBoot() {
        List<String> names = SpringFactoriesLoader.loadFactoryNames(
                FailureAnalyzer.class, PolicyFailureAnalyzer.class.getClassLoader());
        assertThat(names).contains(PolicyFailureAnalyzer.class.getName());
    }
}
