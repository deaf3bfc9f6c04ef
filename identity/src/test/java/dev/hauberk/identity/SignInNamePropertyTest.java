package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class SignInNamePropertyTest {
    @Property(tries = 5_000)
    @Tag("AUTHN-3")
    void isItsOwnForm(@ForAll("names") String typed) {
        SignInName name = SignInName.of(typed);

        assertThat(SignInName.of(name.text())).isEqualTo(name);
    }

    @Property(tries = 2_000)
    @Tag("AUTHN-3")
    void countsOneNameHoweverItsLettersAreCased(@ForAll("letters") String local) {
        assertThat(SignInName.of(local.toUpperCase(Locale.ROOT) + "@x.com"))
                .isEqualTo(SignInName.of(local.toLowerCase(Locale.ROOT) + "@X.COM"));
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(8),
                Arbitraries.of(
                        "@", ".", "xn--", "xn--bcher-kva", "\u0130", "\u0131", "\u0345", "\u0301", "\u1e9b\u0323"),
                Arbitraries.of(
                        "\u200b", " ", "\u00a0", "\ud835\udc1b", "\u03c2", "\u00df", "\u3002", "\u180e", "\u00aa"));
        return parts.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings()
                .withChars("abcxyz\u00e4\u00e9\u0436\u03b1\u03c3i")
                .ofMinLength(1)
                .ofMaxLength(12);
    }
}
