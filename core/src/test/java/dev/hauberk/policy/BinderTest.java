package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-2")
class BinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paswords: {}|Did you mean passwords?",
                "sessions: {perUser: 5}|Did you mean per-user?",
                "sessions: {per_user: 5}|Did you mean per-user?",
                "sign_in: {}|Did you mean sign-in?",
                "sessions: {zebra: 5}|write one of idle, at-most, keep, per-user, when-full, end-on",
                "modes: {SES-4: shadow}|Did you mean SESS-4?",
                "modes: {sess-4: shadow}|Did you mean SESS-4?",
                "modes: {SESS-4: of}|one of enforce, shadow, disabled",
                "tokens: {in: cokie}|Did you mean cookie?",
                "tokens: {in: COOKIE}|Did you mean cookie?",
                "sessions: {end-on: [password-chnge]}|Did you mean password-change?",
                "sessions: {per-user: five}|a whole number is written in digits alone",
                "sessions: {per-user: 99999999999}|a number that is not that large",
                "sessions: {per-user: -1}|digits alone",
                "sessions: {per-user: [5]}|asked: one value; set: a list",
                "sessions: {idle: 30}|a time is written like",
                "sessions: {idle: 30 days}|a time is written like",
                "sessions: 5|asked: keys with values; set: 5",
                "sessions: [idle]|asked: keys with values; set: a list",
                "sessions:|asked: keys with values; set: nothing",
                "permissions: {a: b}|asked: a list; set: keys with values",
                "permissions:|Write [] for none",
                "permissions: ['']|text on one line",
                "logs: {requests: yes}|write true or false",
                "contacts: {expires: tomorrow}|a date is written like 2027-01-31",
                "contacts: {expires: 2027-02-30}|a date is written like 2027-01-31",
                "input: {max-body: 64 kilobytes}|a size is written like 64KB",
                "input: {max-body: 9999999999999999MB}|a number that is not that large",
                "input: {bodies: {a: {b: string}}}|one of text, secret, line, integer, number, boolean, texts",
                "input: {bodies: {a: text}}|asked: keys with values; set: text",
                "roles: {'': {}}|Write a name before the colon",
                "routes: [{access: public}]|asked: path is there; set: nothing",
                "routes: [a]|asked: keys with values; set: a",
                "accept: [{control: AUTHN-1, why: ' ', by: me, until: 2027-01-01}]|text on one line",
            })
    void saysWhatMayStandThere(String yaml, String says) {
        assertThat(Written.lines(yaml)).anySatisfy(line -> assertThat(line).contains(says));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passwords: {min-length: 8, cost: 9}|passwords.cost [AUTHN-2]  asked: cost is between 10 and 16; set: 9",
                "passwords: {cost: 17}|passwords.cost [AUTHN-2]",
                "passwords: {strength: 5}|passwords.strength [AUTHN-1]",
                "passwords: {argon2id: {memory: 7MB}}|passwords.argon2id.memory [AUTHN-2]",
                "passwords: {argon2id: {memory: 257MB}}|passwords.argon2id.memory [AUTHN-2]",
                "passwords: {argon2id: {iterations: 0}}|passwords.argon2id.iterations [AUTHN-2]",
                "passwords: {argon2id: {iterations: 17}}|passwords.argon2id.iterations [AUTHN-2]",
                "passwords: {argon2id: {parallelism: 0}}|passwords.argon2id.parallelism [AUTHN-2]",
                "passwords: {argon2id: {parallelism: 17}}|passwords.argon2id.parallelism [AUTHN-2]",
                "passwords: {argon2id: {memory: 256MB, iterations: 5}}|passwords.argon2id.memory [AUTHN-2]",
                "passwords: {scrypt: {cost: 13}}|passwords.scrypt.cost [AUTHN-2]",
                "passwords: {scrypt: {cost: 19}}|passwords.scrypt.cost [AUTHN-2]",
                "passwords: {scrypt: {block-size: 7}}|passwords.scrypt.block-size [AUTHN-2]",
                "passwords: {scrypt: {block-size: 33}}|passwords.scrypt.block-size [AUTHN-2]",
                "passwords: {scrypt: {block-size: 17}}|passwords.scrypt.block-size [AUTHN-2]",
                "passwords: {scrypt: {parallelism: 0}}|passwords.scrypt.parallelism [AUTHN-2]",
                "passwords: {scrypt: {parallelism: 17}}|passwords.scrypt.parallelism [AUTHN-2]",
                "passwords: {scrypt: {parallelism: 9}}|passwords.scrypt.parallelism [AUTHN-2]",
                "passwords: {pbkdf2: {iterations: 99999}}|passwords.pbkdf2.iterations [AUTHN-2]",
                "passwords: {pbkdf2: {iterations: 2000001}}|passwords.pbkdf2.iterations [AUTHN-2]",
                "passwords: {breaches: {check: file}}|passwords.breaches.check [AUTHN-1]",
                "passwords: {breaches: {url: 'http://api.example/range/'}}|passwords.breaches.url [AUTHN-1]",
                "passwords: {breaches: {url: 'https://api.example/range'}}|passwords.breaches.url [AUTHN-1]",
                "passwords: {breaches: {url: 'ftp://localhost/'}}|passwords.breaches.url [AUTHN-1]",
                "passwords: {breaches: {url: 'https:///range/'}}|passwords.breaches.url [AUTHN-1]",
                "passwords: {breaches: {url: 'range/'}}|passwords.breaches.url [AUTHN-1]",
                "passwords: {breaches: {url: 'a b/'}}|passwords.breaches.url [AUTHN-1]",
                "passwords: {breaches: {within: 49ms}}|passwords.breaches.within [AUTHN-1]",
                "passwords: {breaches: {within: 11s}}|passwords.breaches.within [AUTHN-1]",
                "tokens: {access: 15m, leeway: 61s}|tokens.leeway [AUTHN-6]",
                "tokens: {access: 2d}|tokens.access [AUTHN-6]",
                "sign-in: {attempts: 21 per 15m}|sign-in.attempts [AUTHN-3]",
                "sign-in: {path: auth}|sign-in.path",
                "sign-in: {path: '/'}|sign-in.path",
                "sign-in: {path: '/auth/'}|sign-in.path",
                "sign-in: {path: '//auth'}|sign-in.path",
                "sign-in: {path: '/auth/../x'}|sign-in.path",
                "sign-in: {path: '/a*'}|sign-in.path",
                "sign-in: {path: '/a{b}'}|sign-in.path",
                "sign-in: {path: '/a;b'}|sign-in.path",
                "sign-in: {path: '/a%2fb'}|sign-in.path",
                "sign-in: {path: '/a b'}|sign-in.path",
                "sign-in: {path: '/.well-known'}|sign-in.path",
                "sign-in: {lockout: {for: 0}}|sign-in.lockout.for [AUTHN-4]",
                "input: {max-depth: 0}|input.max-depth [INPUT-1]",
            })
    void namesTheValueThatARecordDoesNotTake(String yaml, String says) {
        assertThat(Written.lines(yaml)).singleElement().asString().startsWith("hauberk.yml:1  " + says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwords: {hash: argon2id, argon2id: {memory: 256MB, iterations: 4, parallelism: 16}}",
                "passwords: {argon2id: {memory: 64MB, iterations: 16}}",
                "passwords: {hash: scrypt, scrypt: {cost: 18, block-size: 8, parallelism: 4}}",
                "passwords: {scrypt: {cost: 17, block-size: 16}}",
                "passwords: {scrypt: {parallelism: 8}}",
                "passwords: {pbkdf2: {iterations: 2000000}, strength: 4}",
                "passwords: {breaches: {check: file, file: sha1.txt, within: 50ms, on-failure: open}}",
                "passwords: {breaches: {check: http, url: 'http://127.0.0.1:8080/range/', within: 10s}}",
                "passwords: {breaches: {url: 'http://localhost/'}}",
                "passwords: {breaches: {url: 'http://[::1]/'}}",
            })
    void takesPasswordsThatAreAskedToBeStronger(String yaml) {
        assertThat(Written.lines(yaml)).isEmpty();
    }

    @Test
    void refusesAPlaceholderAsAName() {
        assertThat(Written.lines("limits: {'${x}': 5 per 1m per user}"))
                .singleElement()
                .asString()
                .contains("limits", "placeholder");
    }

    @Test
    void saysThatTwoValuesDoNotFitEachOther() {
        assertThat(Written.lines("passwords: {cost: 9, max-bytes: 1}"))
                .singleElement()
                .asString()
                .contains("do not fit");
    }

    @Test
    void readsOneScalarAsAListOfOne() {
        SecurityPolicy policy =
                Written.policy("sessions: {end-on: [password-change, downgrade]}\npermissions: users:read\n");

        assertThat(policy.permissions()).containsExactly("users:read");
        assertThat(policy.sessions().endOn()).containsExactlyInAnyOrder(SessionPolicy.EndOn.values());
    }

    @Test
    void readsEveryKindOfValue() {
        SecurityPolicy policy = Written.policy("""
                modes: {AUTHN-5: shadow}
                accept: [{control: AUTHN-5, why: later, by: me, until: 2026-12-31}]
                sessions: {at-most: 90d}
                proxies: [10.0.0.0/8, '::1']
                input: {bodies: {note: {title: text 1..20, done?: boolean}}}
                routes:

                  - path: /notes
                    method: [GET]
                    access: signed-in
                    limit: api
                limits: {api: 10 per 1m per tenant}
                """);

        assertThat(policy.modes()).isEqualTo(Map.of(Control.AUTHN_5, Mode.SHADOW));
        assertThat(policy.mode(Control.AUTHN_5)).isEqualTo(Mode.SHADOW);
        assertThat(policy.mode(Control.AUTHN_6)).isEqualTo(Mode.ENFORCE);
        assertThat(policy.accept())
                .containsExactly(new Acceptance(Control.AUTHN_5, "later", "me", LocalDate.of(2026, 12, 31)));
        assertThat(policy.sessions().atMost()).contains(Duration.ofDays(90));
        assertThat(policy.proxies()).hasToString("[10.0.0.0/8, 0:0:0:0:0:0:0:1/128]");
        assertThat(policy.input().bodies().get("note"))
                .isEqualTo(Map.of("title", Shape.parse("text 1..20"), "done?", Shape.parse("boolean")));
        assertThat(policy.routes().get(0).place()).isEqualTo(new Place("hauberk.yml", 8));
        assertThat(policy.limits()).containsExactly(Map.entry("api", Limit.parse("10 per 1m per tenant")));
    }

    @Test
    void givesADefaultForEverySectionThatIsNotWritten() {
        SecurityPolicy policy = Written.policy("{}");

        assertThat(policy.passwords().require()).isEqualTo(Set.of(PasswordPolicy.CharacterClass.values()));
        assertThat(policy.passwords().cost()).isEqualTo(12);
        assertThat(policy.signIn().attempts()).isEqualTo(new Rate(5, Duration.ofMinutes(15)));
        assertThat(policy.factors().requiredFor()).containsExactly("privileged");
        assertThat(policy.tokens().grace()).isEqualTo(Duration.ZERO);
        assertThat(policy.headers().permissionsPolicy()).isEqualTo("camera=(), microphone=(), geolocation=()");
        assertThat(policy.responses().strip()).contains("passwordhash", "clientsecret");
        assertThat(policy.routes()).isEmpty();
    }

    @Test
    void keepsTheOrderOfRolesRoutesAndLimits() {
        SecurityPolicy policy = Written.policy("""
                roles: {z: {}, a: {}, m: {}}
                limits: {z: 1 per 1m per user, a: 1 per 1m per user}
                """);

        assertThat(policy.roles().keySet()).containsExactly("z", "a", "m");
        assertThat(policy.limits().keySet()).containsExactly("z", "a");
    }

    @Test
    void goesOnWithTheDefaultAndSaysNothingTwice() {
        assertThat(
                        Written.lines(
                                "passwords: {cost: 9}\nsessions: {idle: x}\nroles: {a: {rank: x}}\nroutes: [{path: /a, roles: a, limit: l}]\nlimits: {l: 1 per 1m per user}"))
                .hasSize(3);
    }

    @Test
    void sortsByPlace() {
        List<Problem> problems = Written.problems("zebra: 1\nsessions: {idle: x}\nalpha: 2\n");

        assertThat(problems).extracting(problem -> problem.place().line()).containsExactly(1, 2, 3);
    }

    @Test
    void showsALongOrUncleanValueShortAndOnOneLine() {
        String line = Written.lines("tokens: {in: \"a\\r\\nb " + "c d ".repeat(100) + "\"}")
                .get(0);

        assertThat(line)
                .doesNotContain("\r", "\n")
                .contains("a??b")
                .contains("...")
                .hasSizeLessThan(300);
    }
}
