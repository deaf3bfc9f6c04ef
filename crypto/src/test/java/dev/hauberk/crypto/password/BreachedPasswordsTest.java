package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.password.BreachCheck.Answer;
import dev.hauberk.policy.BreachPolicy;
import dev.hauberk.policy.BreachPolicy.Check;
import dev.hauberk.policy.BreachPolicy.OnFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("AUTHN-1")
class BreachedPasswordsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final List<String> looked = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private PasswordRules rules(OnFailure onFailure, Answer answer) {
        Events heard = new Events();
        heard.subscribe(events::add);
        return PasswordRules.of(
                Policies.breaches(onFailure),
                sha1 -> {
                    looked.add(sha1);
                    return answer;
                },
                heard,
                () -> NOW);
    }

    @Test
    void refusesWhatLeakedAndSaysSo() {
        assertThat(rules(OnFailure.CLOSED, Answer.LEAKED).broken("password")).containsExactly(PasswordRule.BREACHED);
        assertThat(rules(OnFailure.OPEN, Answer.NOT_SEEN).broken("password")).isEmpty();
        assertThat(looked)
                .containsExactly(
                        "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8", "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8");
        assertThat(events).isEmpty();
    }

    @Test
    void looksUpTheHashOfTheComposedForm() {
        rules(OnFailure.OPEN, Answer.NOT_SEEN).broken("passwo\u0308rd");
        rules(OnFailure.OPEN, Answer.NOT_SEEN).broken("passw\u00f6rd");
        rules(OnFailure.OPEN, Answer.NOT_SEEN).broken("\u20ac".repeat(341));
        assertThat(looked).hasSize(3);
        assertThat(looked.get(0)).isEqualTo(looked.get(1));
    }

    @Test
    void asksNobodyAboutWhatIsRefusedAnyway() {
        assertThat(rules(OnFailure.CLOSED, Answer.LEAKED).broken("short")).containsExactly(PasswordRule.TOO_SHORT);
        assertThat(looked).isEmpty();
    }

    @Test
    void takesNoPasswordWhereNobodyAnswersAndThePolicyIsClosed() {
        PasswordRules rules = rules(OnFailure.CLOSED, Answer.UNANSWERED);
        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> rules.broken("password"))
                .withMessageNotContaining("password\"")
                .withNoCause();
        assertThat(events).containsExactly(failed("closed"));
    }

    @Test
    void takesThePasswordWhereNobodyAnswersAndThePolicyIsOpen() {
        assertThat(rules(OnFailure.OPEN, Answer.UNANSWERED).broken("password")).isEmpty();
        assertThat(events).containsExactly(failed("open"));
    }

    @Test
    void isMadeAsThePolicySays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sha1.txt");
        Files.writeString(file, "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:3\n");
        String sha1 = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8";
        assertThat(BreachCheck.of(policy(Check.NONE, Optional.empty())).look(sha1))
                .isEqualTo(Answer.NOT_SEEN);
        assertThat(BreachCheck.of(policy(Check.FILE, Optional.of(file.toString())))
                        .look(sha1))
                .isEqualTo(Answer.LEAKED);
        assertThat(BreachCheck.of(policy(Check.HTTP, Optional.empty()))).isInstanceOf(HttpBreachCheck.class);
    }

    private static BreachPolicy policy(Check check, Optional<String> file) {
        return new BreachPolicy(check, file, "https://localhost/range/", Duration.ofSeconds(1), OnFailure.CLOSED);
    }

    private static Event failed(String onFailure) {
        return new Event(
                NOW, Control.AUTHN_1, Event.Outcome.FAILED, "breach-check-unanswered", Map.of("on-failure", onFailure));
    }
}
