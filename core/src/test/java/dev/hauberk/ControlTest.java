package dev.hauberk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-1")
class ControlTest {
    /** What may never go on without what it needs: authentication, lockout, revocation, factors, webhooks, privileged actions. */
    private static final Set<String> NEVER_OPEN = Set.of("AUTHN", "SESS", "OAUTH", "HOOK", "RBAC");

    @Test
    void knowsSeventyOneControls() {
        assertThat(Control.values()).hasSize(71);
        assertThat(Arrays.stream(Control.values()).map(Control::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Control.class)
    void findsEachByItsId(Control control) {
        assertThat(control.id()).matches("[A-Z]+-[0-9]+").isEqualTo(control.toString());
        assertThat(Control.of(control.id())).contains(control);
        assertThat(control.title()).isNotBlank();
        assertThat(control.source()).matches("[CE] .+");
        assertThat(control.severity()).isNotNull();
        assertThat(control.evidence()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Control.class)
    void closesWhateverDecidesWhoSomebodyIs(Control control) {
        // A review of last quarter's roles decides nothing.
        if (control != Control.RBAC_9 && NEVER_OPEN.contains(control.id().replaceAll("-.*", ""))) {
            assertThat(control.onFailure()).isNotEqualTo(Control.OnFailure.OPEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SESS-44", "sess-4", "SESS_4", "SESS-4 ", "SESS", "SESS–4"})
    void findsNoneByAnythingElse(String id) {
        assertThat(Control.of(id)).isEmpty();
    }

    @Test
    void givesAReasonACodeThatNoLocaleChanges() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Reason.LIMIT.code()).isEqualTo("limit");
            assertThat(Reason.PERMISSION.code()).isEqualTo("permission");
            assertThat(Reason.CROSS_SITE.code()).isEqualTo("cross-site");
        } finally {
            Locale.setDefault(before);
        }
    }
}
