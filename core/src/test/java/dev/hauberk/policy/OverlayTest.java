package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POSTURE-2")
class OverlayTest {
    private static final PolicySource FILE = PolicySource.yaml("sessions: {per-user: 5, idle: 7d}\n", "hauberk.yml");

    @Test
    void laysASettingOverTheFile() {
        SecurityPolicy policy =
                FILE.with("sessions.per-user", "3", "systemProperties").policy(Written.TODAY);

        assertThat(policy.sessions().perUser()).isEqualTo(3);
        assertThat(policy.sessions().idle()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void laysASettingWhereTheFileHasNoSection() {
        SecurityPolicy policy =
                FILE.with("sign-in.lockout.for", "1h", "systemProperties").policy(Written.TODAY);

        assertThat(policy.signIn().lockout().time()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void namesTheSourceOfAWrongOrWeakSetting() {
        assertThat(Written.problems(FILE.with("sessions.per-user", "many", "systemProperties")))
                .singleElement()
                .asString()
                .startsWith("systemProperties  sessions.per-user [SESS-4]");
        assertThat(Written.problems(FILE.with("sessions.per-user", "7", "systemProperties")))
                .singleElement()
                .asString()
                .startsWith("systemProperties  sessions.per-user [SESS-4]")
                .contains("baseline strict");
    }

    @Test
    void refusesASettingThatThereIsNot() {
        assertThat(Written.problems(FILE.with("sessions.per-usr", "3", "systemProperties")))
                .singleElement()
                .asString()
                .startsWith("systemProperties  sessions.per-usr")
                .contains("Did you mean sessions.per-user?");
    }

    @Test
    void knowsTheScalarsAndNoListOrMap() {
        assertThat(PolicySource.scalars())
                .contains(
                        "baseline",
                        "sessions.per-user",
                        "sessions.at-most",
                        "sign-in.lockout.for",
                        "headers.x-frame-options")
                .doesNotContain("roles", "sessions", "permissions", "sessions.end-on", "limits", "modes");
    }

    @Test
    void leavesTheSourceAsItWas() {
        FILE.with("sessions.per-user", "3", "systemProperties");

        assertThat(FILE.policy(Written.TODAY).sessions().perUser()).isEqualTo(5);
    }
}
