package dev.hauberk.testkit.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.SecurityPolicy;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-5")
@Tag("AUTHN-3")
class RelaxedTest {
    @Test
    void namesControlsThatAPolicyFileMayPutInShadowMode() {
        String modes = Relaxed.CONTROLS.stream()
                .map(control -> control.id() + ": shadow")
                .collect(Collectors.joining(", ", "modes: {", "}\n"));
        String accept = Relaxed.CONTROLS.stream()
                .map(control -> "{control: " + control.id() + ", why: w, by: b, until: 2099-01-01}")
                .collect(Collectors.joining(", ", "accept: [", "]\n"));

        SecurityPolicy read = SecurityPolicy.parse(modes + accept, "relaxed.yml");

        assertThat(Relaxed.CONTROLS).contains(Control.RATE_5, Control.AUTHN_3, Control.AUTHN_4);
        assertThat(read.modes()).isEqualTo(Relaxed.policy(read).modes()).containsValue(Mode.SHADOW);
    }
}
