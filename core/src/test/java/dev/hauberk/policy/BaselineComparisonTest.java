package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a baseline compares, and how. */
@Tag("POSTURE-2")
class BaselineComparisonTest {
    @ParameterizedTest
    @ValueSource(strings = {"strict", "engify", "calimatic"})
    void isSatisfiedByTheDefaults(String baseline) {
        assertThat(Written.lines("baseline: " + baseline)).isEmpty();
    }

    @Test
    void isTheStricterOfTheTwoPoliciesWhereNoneIsNamed() {
        Set<String> both = new TreeSet<>();
        for (String policy : List.of("engify", "calimatic")) {
            BaselineTest.paths(Baselines.shipped(policy), "").forEach(both::add);
        }
        // Neither policy names it, and the strict one asks for it all the same.
        both.add("headers.cross-origin-resource-policy");
        assertThat(BaselineTest.paths(Baselines.shipped("strict"), "")).containsExactlyInAnyOrderElementsOf(both);
        assertThat(Written.policy("{}").baseline()).isEqualTo("strict");
        for (String policy : List.of("engify", "calimatic")) {
            SecurityPolicy asked = bound(policy);
            Problems problems = new Problems();
            new Baseline(policy, Baselines.shipped(policy), asked)
                    .hold(
                            bound("strict"),
                            new Findings(Node.Mapping.empty(Place.JAVA), List.of(), LocalDate.MAX, problems));
            assertThat(problems.sorted()).isEmpty();
        }
    }

    private static SecurityPolicy bound(String baseline) {
        Problems problems = new Problems();
        SecurityPolicy bound = new Binder(problems)
                .section(SecurityPolicy.class, Baselines.shipped(baseline), "")
                .orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return bound;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sign-in: {attempts: 5 per 16m}",
                "sign-in: {attempts: 1 per 3m}",
                "sessions: {per-user: 1, idle: 1m, at-most: 1d}",
                "headers: {strict-transport-security: 'MAX-AGE=63072000 ; preload; IncludeSubDomains'}",
                "headers: {referrer-policy: no-referrer}",
                "headers: {permissions-policy: 'payment=(), geolocation=(), camera=(), microphone=()'}",
                "headers: {x-frame-options: deny}",
                "limits: {api: 100 per 1m per tenant}",
                "limits: {own: 1000000 per 1s per address}",
                "responses: {strip: [Password, SECRET, token, accessToken, refresh_token, ID-token, zak]}",
            })
    void takesWhatIsStricterOrTheSameInOtherWords(String yaml) {
        assertThat(Written.lines(yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sign-in: {attempts: 20 per 1h}",
                "sign-in: {attempts: 5 per 14m59s}",
                "headers: {strict-transport-security: max-age=31536000; includeSubDomains}",
                "headers: {strict-transport-security: max-age=31536000; preload}",
                "headers: {strict-transport-security: includeSubDomains; preload}",
                "headers: {strict-transport-security: max-age=31535999; includeSubDomains; preload}",
                "headers: {strict-transport-security: max-age=-1; includeSubDomains; preload}",
                "headers: {permissions-policy: 'camera=(self), microphone=(), geolocation=()'}",
                "headers: {referrer-policy: origin}",
            })
    void refusesWhatIsWeakerInOtherWords(String yaml) {
        assertThat(Written.lines(yaml)).singleElement().asString().contains("(baseline strict)");
    }

    @ParameterizedTest
    @CsvSource({"AUTHN-6", "HTTP-7", "PII-1", "RATE-2"})
    void refusesAModeThatNobodyWouldKeep(String control) {
        String yaml = "modes: {" + control + ": shadow}\naccept: [{control: " + control
                + ", why: w, by: b, until: 2027-01-01}]\n";

        assertThat(Written.lines(yaml)).singleElement().asString().contains("no other mode", control);
    }

    @ParameterizedTest
    @CsvSource({"shadow", "disabled"})
    void refusesAControlThatIsNotEnforcedUnlessItIsAccepted(String mode) {
        String yaml = "modes: {HTTP-6: " + mode + "}\n";

        assertThat(Written.lines(yaml))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  modes.HTTP-6 [HTTP-6]")
                .contains("set: " + mode);
        assertThat(Written.lines(yaml + "accept: [{control: AUTHN-5, why: w, by: b, until: 2027-01-01}]"))
                .hasSize(1);
        assertThat(Written.lines(yaml + "accept: [{control: HTTP-6, why: w, by: b, until: 2027-01-01}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "privileged|0",
                "[root, boss]|0",
                "[root, boss, clerk]|0",
                "[root]|1",
                "[clerk]|1",
                "[]|1",
            })
    @Tag("AUTHN-5")
    void letsPrivilegedStandForEveryPrivilegedRole(String requiredFor, int problems) {
        String yaml = "roles: {root: {permissions: '*'}, boss: {privileged: true}, clerk: {}}\nfactors: {required-for: "
                + requiredFor + "}\n";

        assertThat(Written.lines(yaml)).hasSize(problems);
    }

    @Test
    @Tag("RATE-5")
    void asksForALimitWhereThereAreRoutes() {
        String yaml = "routes: [{path: /a, access: public}]\n";

        assertThat(Written.lines(yaml)).singleElement().asString().contains("limits [RATE-2]", "at least one limit");
        assertThat(Written.problemsWithout(Set.of("ratelimit"), yaml)).isEmpty();
        assertThat(Written.lines(yaml + "limits: {any: 5 per 1s per address}")).isEmpty();
        assertThat(Written.lines(yaml + "accept: [{control: RATE-5, why: w, by: b, until: 2027-01-01}]"))
                .isEmpty();
    }

    @Test
    void holdsAPolicyAgainstAFileBesideIt(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("house.yml"),
                "hauberk:\n  sessions: {per-user: 2, at-most: 30d}\n  factors: {required-for: [boss, ghost]}\n");
        Path policy = folder.resolve("hauberk.yml");
        Files.writeString(
                policy,
                "baseline: house.yml\nsessions: {per-user: 3}\nroles: {boss: {}}\nfactors: {required-for: []}\npasswords: {min-length: 1}\n");

        assertThat(Written.problems(PolicySource.file(policy)).stream().map(Problem::toString))
                .hasSize(3)
                .anyMatch(line -> line.startsWith(
                        "hauberk.yml:2  sessions.per-user [SESS-4]  asked: 2 (baseline house.yml); set: 3"))
                .anyMatch(line -> line.startsWith(
                        "hauberk.yml:2  sessions.at-most [SESS-1]  asked: 30d (baseline house.yml); set: nothing"))
                .anyMatch(line -> line.startsWith("hauberk.yml:4  factors.required-for [AUTHN-5]")
                        && line.contains("without boss"));
    }

    @Test
    void reportsWhatIsWrongWithTheFileOfABaseline(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("house.yml"), "sessions: {per-usr: 2}\n");

        assertThat(Written.problems(
                        PolicySource.yaml("baseline: house.yml", "hauberk.yml").in(folder)))
                .singleElement()
                .asString()
                .startsWith("house.yml:1  sessions.per-usr");
        assertThat(Written.problems(
                        PolicySource.yaml("baseline: other.yml", "hauberk.yml").in(folder)))
                .singleElement()
                .asString()
                .startsWith("other.yml  the file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strikt|Did you mean strict?",
                "none|Write one of them",
                "house.yml|Read the policy from a file",
            })
    void refusesABaselineThatThereIsNot(String name, String says) {
        assertThat(Written.lines("baseline: " + name))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  baseline [POSTURE-2]")
                .contains(says);
    }

    @Test
    void refusesATypoInTheNameOfASetting() {
        assertThat(Written.lines("sign-in: {atempts: 3 per 15m}"))
                .singleElement()
                .asString()
                .contains("Did you mean attempts?");
    }
}
