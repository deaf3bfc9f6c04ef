package dev.hauberk.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.policy.LogPolicy;
import dev.hauberk.policy.SecurityPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DATA-1")
class MemberFinderTest {
    private final Redactor redactor =
            Redactor.of(new LogPolicy(Set.of(), true), restricted("fullName", "born", "größe", "home_address"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Customer[id=3, fullName=Ada Lovelace, born=1815-12-10] saved | Customer[id=3, fullName=[restricted], born=[restricted]] saved
                    {fullName=Lovelace, Ada, id=3}                     | {fullName=[restricted], id=3}
                    fullName=Ada King, Countess                        | fullName=[restricted]
                    fullName=Ada id=3                                  | fullName=[restricted] id=3
                    {"fullName":"Ada \\"King\\", x","id":3}            | {"fullName":"[restricted]","id":3}
                    {"full_name": "Ada", "id": 3}                      | {"full_name": "[restricted]", "id": 3}
                    {\\"fullName\\":\\"Ada\\",\\"id\\":3}              | {\\"fullName\\":\\"[restricted]\\",\\"id\\":3}
                    {"born":{"year":1815,"of":["a","b"]},"id":3}       | {"born":"[restricted]","id":3}
                    {"born":["a]",{"b":"}"}],"id":3}                   | {"born":"[restricted]","id":3}
                    tags=1, born=[a, b] and c, id=3                    | tags=1, born=[restricted], id=3
                    {"born":1815,"id":3}                               | {"born":"[restricted]","id":3}
                    customer.full-name: Ada                            | customer.full-name: [restricted]
                    GET /x?fullName=Ada&id=3 HTTP                      | GET /x?fullName=[restricted]&id=3 HTTP
                    fullName%3DAda&id=3                                | fullName%3D[restricted]&id=3
                    <born>1815</born>                                  | <born>[restricted]</born>
                    FULLNAME='Ada King' x                              | FULLNAME='[restricted]' x
                    born=Date(1815, y=12, z=10), id=3                  | born=[restricted], id=3
                    homeAddress=12 Main (back) St] x                   | homeAddress=[restricted]] x
                    Größe=170; id=3                                    | Größe=[restricted]; id=3
                    reborn=1, fullNames=2, born, fullName              | reborn=1, fullNames=2, born, fullName
                    at a.Customer.born(Customer.java:1)                | at a.Customer.born(Customer.java:1)
                    born=                                              | born=
                    born="open                                         | born="[restricted]
                    born=1815, and more                                | born=[restricted]
                    """)
    void masksTheValueOfARestrictedMemberHoweverItIsWritten(String line, String masked) {
        assertThat(redactor.redact(line)).isEqualTo(masked);
    }

    @Test
    void endsAValueWithItsLine() {
        assertThat(redactor.redact("born=1815\nid=3\rborn=1\rx"))
                .isEqualTo("born=[restricted]\nid=3\rborn=[restricted]\rx");
    }

    @Test
    void leavesALineAloneWhereNothingIsRestricted() {
        String line = "Customer[fullName=Ada]";

        assertThat(Redactor.of(new LogPolicy(Set.of(), true), restricted()).redact(line))
                .isSameAs(line);
    }

    @Test
    void masksWhatThePolicySaysAsWell() {
        Redactor both = Redactor.of(new LogPolicy(Set.of(LogPolicy.Kind.EMAIL), true), restricted("born"));

        assertThat(both.redact("ada@acme.example born=1815")).isEqualTo("[email] born=[restricted]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"born=| `  `|", "born=|`,`|", "|`a.`|", "|born=|", "born=|(|", "born=|`a `|"})
    void takesTimeInProportionToTheLine(String before, String repeated, String after) {
        String line = (before == null ? "" : before) + repeated.repeat(500_000) + (after == null ? "" : after);

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> redactor.redact(line));
    }

    private static FieldCatalogue restricted(String... names) {
        SecurityPolicy policy =
                SecurityPolicy.of(Map.of("fields", Map.of("Customer", Map.of("restricted", List.of(names)))));
        return FieldCatalogue.with(policy, InstantSource.system()).freeze();
    }
}
