package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bob@x.com",
                "bob@X.com",
                " bob@x.com ",
                "bob@x.com\u00a0",
                "\tbob@x.com\r\n",
                "bob@x.com\u200b",
                "b\u00adob@x.com",
                "b\u034fob@x.com",
                "bo\ufe0fb@x.com",
                "\u202ebob@x.com",
                "bob\udb40\udc62@x.com",
                "\uff42ob@x.com",
                "bob\uff20x\uff0ecom",
                "bob@x\u3002com",
                "b\u24deb@x.com",
                "bob\0@x.com",
                "\ud835\udc1bob@x.com"
            })
    @Tag("AUTHN-3")
    void takesEverySpellingForOneName(String typed) {
        assertThat(SignInName.of(typed)).isEqualTo(SignInName.of("bob@x.com"));
        assertThat(SignInName.of(typed).text()).isEqualTo("bob@x.com");
    }

    @ParameterizedTest
    @CsvSource({
        "bob@b\u00fccher.de, bob@xn--bcher-kva.de",
        "bob@BU\u0308CHER.DE, bob@XN--BCHER-KVA.de",
        "jose\u0301@x.com, jos\u00e9@x.com",
        "\u03a3\u03b1\u03c2@x.com, \u03c3\u03b1\u03c3@x.com",
        "I@x.com, i@x.com",
        "bob@XI.com, bob@xi.com",
        "\u212a@x.com, k@x.com"
    })
    @Tag("AUTHN-3")
    void takesTwoSpellingsForOneName(String one, String other) {
        assertThat(SignInName.of(one)).isEqualTo(SignInName.of(other)).hasSameHashCodeAs(SignInName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "bob+1@x.com, bob@x.com",
        "b.ob@x.com, bob@x.com",
        "\u0432ob@x.com, bob@x.com",
        "jose@x.com, jos\u00e9@x.com",
        "b\u0131ll@x.com, bill@x.com",
        "b\u0130ll@x.com, bill@x.com",
        "bob@x.com@y.com, bob@y.com"
    })
    @Tag("AUTHN-3")
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(SignInName.of(one)).isNotEqualTo(SignInName.of(other));
    }

    @Test
    @Tag("AUTHN-3")
    void isTheSameInTurkish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(SignInName.of("WILLI@HIER.INFO").text()).isEqualTo("willi@hier.info");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @Tag("AUTHN-3")
    void takesWhatIsNoAddressInGoodTime() {
        assertThat(SignInName.of("").text()).isEmpty();
        assertThat(SignInName.of("@").text()).isEqualTo("@");
        assertThat(SignInName.of("bob@" + "\u00fc".repeat(200_000)).text()).startsWith("bob@");
        assertThat(SignInName.of("bob@a..b-.-c").text()).isEqualTo("bob@a..b-.-c");
    }

    @Test
    @Tag("DATA-6")
    void holdsNothingThatADatabaseCannotStore() {
        assertThat(SignInName.of("b\ud800ob\udc00@x.com\0").text()).isEqualTo("b\ufffdob\ufffd@x.com");
    }

    @Test
    @Tag("PII-1")
    void showsNobodysAddress() {
        Bench bench = Bench.plain();
        SignInName name = SignInName.of("bob@x.com");

        assertThat(name.toString()).doesNotContain("bob");
        assertThat(name.pseudonym(bench.keys)).doesNotContain("bob").hasSize(43);
        assertThat(name.pseudonym(bench.keys))
                .isEqualTo(SignInName.of("BOB@x.com").pseudonym(bench.keys))
                .isNotEqualTo(SignInName.of("bob+1@x.com").pseudonym(bench.keys))
                .isNotEqualTo(name.pseudonym(Bench.plain().keys));
    }
}
