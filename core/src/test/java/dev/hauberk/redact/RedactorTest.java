package dev.hauberk.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.LogPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("PII-1")
class RedactorTest {
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGFAYWNtZS5leGFtcGxlIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final Redactor redactor = Redactor.standard();

    static Stream<Arguments> lines() {
        return Stream.of(
                // Addresses.
                Arguments.of("from ada@acme.example to max", "from [email] to max"),
                Arguments.of("<ADA@ACME.EXAMPLE>, (b.c+d@e.co.uk).", "<[email]>, ([email])."),
                Arguments.of("a@b", "[email]"),
                Arguments.of("\"x y\"@z.de said", "[email] said"),
                Arguments.of("{\"m\":\"\\\"x y\\\"@z.de\"}", "{\"m\":\"[email]\"}"),
                Arguments.of("to user@[1.2.3.4]!", "to [email]!"),
                Arguments.of("j\u00f6rg@m\u00fcller.de, x@xn--mller-kva.de", "[email], [email]"),
                Arguments.of("user\uff20x.de", "[email]"),
                Arguments.of("user\ufe6bx.de", "[email]"),
                Arguments.of("\uffa0\uff20x", "[email]"),
                Arguments.of("\u0430da@acme\u3002example", "[email]"),
                Arguments.of("a\u200bda\u200d@ac\ufeffme.exam\u00adple;", "[email];"),
                Arguments.of("mailto:ada@acme.example?subject=x", "mailto:[email]?subject=x"),
                Arguments.of("/users/ada%40acme.example/roles", "/users/[email]/roles"),
                Arguments.of("/users/ada%2540acme%2Eexample", "/users/[email]"),
                Arguments.of("ada\\u0040acme.example", "[email]"),
                Arguments.of("ada&#64;acme.example", "[email]"),
                Arguments.of("bounce+ada=acme.example@lists.example", "[email]"),
                Arguments.of("o'neil_x@a-b.example", "[email]"),
                Arguments.of("l".repeat(64) + "@" + "d".repeat(185) + ".de", "[email]"),
                Arguments.of("a@b@c@d x", "[email] x"),
                Arguments.of("'ada@acme.example','max@acme.example'", "[email]',[email]'"),
                Arguments.of("ada%EF%BC%A0acme.example", "[email]"),
                Arguments.of("ada%25EF%25BC%25A0acme.example", "[email]"),
                Arguments.of("ada\\uFF20acme.example, ada\\x40acme.example", "[email], [email]"),
                Arguments.of("ada&#064;acme.example ada&#64acme.example ada&#x40;b", "[email] [email] [email]"),
                Arguments.of("ada&#65312;acme.example", "[email]"),
                Arguments.of("o\\u0027brien@acme.example", "[email]"),
                Arguments.of("(o&#39;brien@acme.example)", "([email])"),
                Arguments.of("mail YWRhQGFjbWUuZXhhbXBsZQ==", "mail [email]=="),
                Arguments.of("/users/YWRhQGFjbWUuZXhhbXBsZQ/roles", "/users/[email]/roles"),
                Arguments.of("VG8gYWRhQGFjbWUuZXhhbXBsZTogaGVsbG8", "[email]"),
                // Tokens.
                Arguments.of("got " + JWT + ", refused", "got [token], refused"),
                Arguments.of("Authorization header bearer abcdefghij", "Authorization header bearer [token]"),
                Arguments.of("with Bearer%20abcdefghij&x", "with Bearer%20[token]&x"),
                // Phones.
                Arguments.of("call +4917012345678 now", "call [phone] now"),
                Arguments.of("call +49 (170) 123-45-678.", "call [phone]."),
                Arguments.of("to=%2B4917012345678", "to=[phone]"),
                Arguments.of("to=%2B1%20415%20555%202671", "to=[phone]"),
                Arguments.of("+1\u00a0415\u00a0555\u20112671", "[phone]"),
                Arguments.of("&#43;14155552671 \\u002b14155552671", "[phone] [phone]"),
                // Cards.
                Arguments.of("4111 1111 1111 1111 paid", "[card] paid"),
                Arguments.of("pan 5500-0055-5555-5559", "pan [card]"),
                Arguments.of("2026 378282246310005", "2026 [card]"),
                Arguments.of("pan=4111%201111%201111%201111", "pan=[card]"),
                Arguments.of("4111\u00a01111\u00a01111\u00a01111", "[card]"),
                // Secrets.
                Arguments.of("password=hunter2&x=1", "password=[secret]&x=1"),
                Arguments.of("{\"token\":\"abc def\",\"n\":1}", "{\"token\":\"[secret]\",\"n\":1}"),
                Arguments.of("{\\\"clientSecret\\\": \\\"a\\\"}", "{\\\"clientSecret\\\": \\\"[secret]\\\"}"),
                Arguments.of("api_key: xyz", "api_key: [secret]"),
                Arguments.of("PassWord = \"a\\\"b\" end", "PassWord = \"[secret]\" end"),
                Arguments.of("PASSWORD%3Dhunter2", "PASSWORD%3D[secret]"),
                Arguments.of("Cookie: a=b; c=d", "Cookie: [secret]"),
                Arguments.of("Authorization: Basic YTpi", "Authorization: [secret]"),
                Arguments.of("password='open until the end", "password='[secret]"),
                Arguments.of("{\"passwords\":[\"a1\",\"b2\"],\"n\":1}", "{\"passwords\":\"[secret]\",\"n\":1}"),
                Arguments.of("{\"password\":{\"value\":\"a}b\"}}", "{\"password\":\"[secret]\"}"),
                Arguments.of("{\\\"tokens\\\":[\\\"a]\\\"]} x", "{\\\"tokens\\\":[secret]} x"),
                Arguments.of("tokens=[abc, def], x=y", "tokens=[secret], x=y"),
                Arguments.of("{\"cookie\":[\"SID=abc; x=y\"]}", "{\"cookie\":\"[secret]\"}"),
                Arguments.of("Cookie: [a]; SID=abc", "Cookie: [secret]"),
                Arguments.of("password=[open until the end", "password=[secret]"),
                // Numbers of persons.
                Arguments.of("ssn 123-45-6789.", "ssn [national-id]."));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void masks(String line, String masked) {
        assertThat(redactor.redact(line)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /api/v2/prompts 200 in 12 ms",
                "user@ home, @Override",
                "2026-11-24T13:00:00+0100",
                "at 1763990000000 id 550e8400-e29b-41d4-a716-446655440000",
                "4111 1111 1111 1112",
                "000-45-6789",
                "666-45-6789",
                "123-00-6789",
                "123-45-0000",
                "912-45-6789",
                "123-45-67890",
                "1123-45-6789",
                "the password rules hold",
                "password=\"\"",
                "{\"@timestamp\":\"2026-11-24\",\"@version\": \"1\"}",
                "{\\\"a\\\":1,\\\"@type\\\":\\\"@x\\\"}",
                "&#x00000000000040;x &#641; %EF%BC%A1x",
                "YWRhQGFjbWUuZXhhbXBsZQ0 dGhlIHBhc3N3b3JkIHJ1bGVz abcdefghi",
                "1 + 12345678901234567890"
            })
    void returnsTheSameInstanceWhereNothingIsFound(String line) {
        assertThat(redactor.redact(line)).isSameAs(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "a",
                ".",
                "\"@",
                "a\"@ ",
                "%40",
                "a%40.",
                "a%2540",
                "\\u0040",
                "+1 ",
                "4111 ",
                "4 ",
                "eyJ",
                "eyJ.",
                "bearer ",
                "Bearer eyJ",
                "password=\"",
                "token ",
                "\\\"token\\\":",
                "1-",
                "-",
                "\\",
                "123-45-678",
                "a.",
                "&#64;",
                "@",
                "\"a@[",
                "[a@[",
                "password=[",
                "\\ ",
                "[\\\\",
                " \"@",
                "%20",
                "token:[\"",
                "\"n\": 4 ",
                "YWRhQGFj",
                "&#00",
                "u0027@"
            })
    void takesTimeInProportionToAHostileLine(String piece) {
        String line = piece.repeat(500_000 / piece.length());
        // Not a measurement: an algorithm that is not linear takes minutes here.
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> redactor.redact(line));
    }

    @Test
    void writesAFixedTextAndNeverTheLineWhereItFails() {
        Redactor broken = new Redactor(List.of((text, found) -> {
            throw new IllegalStateException(text);
        }));
        assertThat(broken.redact("ada@acme.example")).isEqualTo(Redactor.WITHHELD);
    }

    @Test
    @Tag("AUDIT-2")
    void leavesALineOfJsonALineOfJson() {
        String line =
                "{\"@timestamp\":\"2026-11-24\",\"message\":\"of \\\"x y\\\"@z.de\",\"password\":\"a\\\\b\",\"tokens\":[1,2],"
                        + "\"card\": 4111111111111111,\"secret\":null}";
        assertThat(redactor.redact(line))
                .isEqualTo(
                        "{\"@timestamp\":\"2026-11-24\",\"message\":\"of [email]\",\"password\":\"[secret]\",\"tokens\":\"[secret]\","
                                + "\"card\": \"[card]\",\"secret\":\"[secret]\"}");
    }

    @Test
    void masksOnlyTheKindsOfThePolicy() {
        Redactor emails = Redactor.of(new LogPolicy(Set.of(LogPolicy.Kind.EMAIL), true));
        assertThat(emails.redact("ada@acme.example password=x")).isEqualTo("[email] password=x");
    }

    @Test
    void hasOneMaskWhereTwoKindsOverlap() {
        assertThat(redactor.redact("password=ada@acme.example"))
                .doesNotContain("ada")
                .doesNotContain("acme");
        assertThat(redactor.redact("token: " + JWT)).isEqualTo("token: [token]");
    }

    @Property(tries = 500)
    void neverLeavesAnAddressThatStandsAlone(
            @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
        assertThat(redactor.redact(before + " zzada@zzacme.example " + after))
                .doesNotContain("zzada")
                .doesNotContain("zzacme");
    }
}
