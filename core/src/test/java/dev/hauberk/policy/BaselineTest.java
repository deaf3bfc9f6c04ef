package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("POSTURE-2")
class BaselineTest {
    /** One step weaker than what a baseline writes, the control that a problem must name, and what is set. */
    private static final Map<String, String> WEAKER = Map.ofEntries(
            Map.entry("passwords.min-length", "7 AUTHN-1"),
            Map.entry("passwords.require", "[upper-case,lower-case,digit] AUTHN-1"),
            Map.entry("passwords.strength", "2 AUTHN-1"),
            Map.entry("passwords.hash", "pbkdf2 AUTHN-2"),
            Map.entry("passwords.cost", "11 AUTHN-2"),
            Map.entry("passwords.argon2id.memory", "18MB AUTHN-2"),
            Map.entry("passwords.argon2id.iterations", "1 AUTHN-2"),
            Map.entry("passwords.scrypt.cost", "16 AUTHN-2"),
            Map.entry("passwords.pbkdf2.iterations", "599999 AUTHN-2"),
            Map.entry("sign-in.attempts", "'6 per 15m' AUTHN-3"),
            Map.entry("sign-in.lockout.after", "'11 failures' AUTHN-4"),
            Map.entry("sign-in.lockout.for", "29m AUTHN-4"),
            Map.entry("factors.required-for", "[] AUTHN-5"),
            Map.entry("tokens.in", "body SESS-5"),
            Map.entry("tokens.access", "61m AUTHN-6"),
            Map.entry("tokens.grace", "1s AUTHN-7"),
            Map.entry("tokens.fresh", "2s RBAC-8"),
            Map.entry("sessions.idle", "31d SESS-1"),
            Map.entry("sessions.keep", "31d SESS-1"),
            Map.entry("sessions.per-user", "6 SESS-4"),
            Map.entry("sessions.end-on", "[password-change] SESS-3"),
            Map.entry("limits.public", "'31 per 1m per address' RATE-2"),
            Map.entry("limits.api", "'101 per 1m per user' RATE-2"),
            Map.entry("limits.admin", "'200 per 1m per address' RATE-2"),
            Map.entry("limits.read", "'100 per 59s per user' RATE-2"),
            Map.entry("limits.write", "'60 per 2m per user' RATE-2"),
            Map.entry("limits.sensitive", "'11 per 1m per user' RATE-2"),
            Map.entry("limits.auth", "'10 per 1m per user' RATE-2"),
            Map.entry("headers.strict-transport-security", "'max-age=86400;_includeSubDomains;_preload' HTTP-1"),
            Map.entry("headers.x-content-type-options", "none HTTP-1"),
            Map.entry("headers.x-frame-options", "SAMEORIGIN HTTP-1"),
            Map.entry("headers.referrer-policy", "unsafe-url HTTP-1"),
            Map.entry("headers.permissions-policy", "'camera=(),_microphone=()' HTTP-1"),
            Map.entry("headers.x-xss-protection", "'0' HTTP-1"),
            Map.entry("headers.cross-origin-resource-policy", "same-site HTTP-1"),
            Map.entry("responses.strip", "[password] HTTP-4"),
            Map.entry("responses.exempt", "[/api/**] HTTP-4"),
            Map.entry("logs.redact", "[] PII-1"),
            Map.entry("logs.requests", "false AUDIT-2"));

    /** Settings whose every other value is refused by the binder, so that there is none that is weaker. */
    private static final Set<String> ONLY_ONE_VALUE =
            Set.of("tokens.refresh", "factors.by", "passwords.scrypt.block-size", "passwords.scrypt.parallelism");

    static Stream<Arguments> settings() {
        return Baselines.SHIPPED.stream()
                .flatMap(baseline -> paths(Baselines.shipped(baseline), "")
                        // Held against each other whatever they are called: BudgetCheckTest.
                        .filter(path -> !path.startsWith("budgets."))
                        .map(path -> arguments(baseline, path)));
    }

    static Stream<String> paths(Node.Mapping mapping, String path) {
        return mapping.entries().stream()
                .flatMap(entry -> entry.value() instanceof Node.Mapping below
                        ? paths(below, Binder.join(path, entry.key()))
                        : Stream.of(Binder.join(path, entry.key())));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void refusesEachSettingOneStepWeakerAndNamesItsControl(String baseline, String path) {
        if (ONLY_ONE_VALUE.contains(path)) {
            assertThat(WEAKER).doesNotContainKey(path);
            return;
        }
        int space = WEAKER.get(path).lastIndexOf(' ');
        String control = WEAKER.get(path).substring(space + 1);
        String yaml = yaml(baseline, path, WEAKER.get(path).substring(0, space).replace('_', ' '));

        assertThat(Written.lines(yaml))
                .as(yaml)
                .isNotEmpty()
                .allMatch(line -> line.startsWith("hauberk.yml:2  " + path + " ")
                        && line.contains("(baseline " + baseline + ")")
                        && line.contains("accept"))
                .anyMatch(line -> line.contains("[" + control + "]"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void takesEachSettingOneStepWeakerWhereItIsAcceptedUntilTodayAndNoLonger(String baseline, String path) {
        if (ONLY_ONE_VALUE.contains(path)) {
            return;
        }
        int space = WEAKER.get(path).lastIndexOf(' ');
        String control = WEAKER.get(path).substring(space + 1);
        String yaml = yaml(baseline, path, WEAKER.get(path).substring(0, space).replace('_', ' '))
                + "accept: [{control: " + control + ", why: a reason, by: me, until: ";

        assertThat(Written.lines(yaml + "2026-11-24}]\n")).isEmpty();
        assertThat(Written.lines(yaml + "2026-11-23}]\n"))
                .isNotEmpty()
                .allMatch(line -> line.contains("The acceptance of " + control + " ended on 2026-11-23"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void takesEachSettingAsTheBaselineHasIt(String baseline, String path) {
        Node node = Baselines.shipped(baseline);
        for (String key : path.split("\\.")) {
            node = ((Node.Mapping) node).find(key).orElseThrow().value();
        }
        String value = node instanceof Node.Text text
                ? "'" + text.value() + "'"
                : ((Node.Sequence) node)
                        .items().stream()
                                .map(item -> ((Node.Text) item).value())
                                .toList()
                                .toString();

        assertThat(Written.lines(yaml(baseline, path, value))).isEmpty();
    }

    private static String yaml(String baseline, String path, String value) {
        String[] keys = path.split("\\.");
        return "baseline: " + baseline + "\n" + String.join(": {", keys) + ": " + value + "}".repeat(keys.length - 1)
                + "\n";
    }
}
