package dev.hauberk.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

class RefreshTokensTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OLD = "old=" + key();
    private static final String NEW = "new=" + key();
    private static final String SESSION = "AAAAAAAAAAAAAAAAAAAAAA";

    private final RefreshTokens tokens = tokens(OLD);

    @Example
    @Tag("AUTHN-7")
    void readsWhatItMade() {
        RefreshTokens.Token made = tokens.make(SESSION, 7);

        RefreshTokens.Token read = tokens.read(made.text()).orElseThrow();

        assertThat(read.session()).isEqualTo(SESSION);
        assertThat(read.generation()).isEqualTo(7);
        assertThat(read.hash()).isEqualTo(made.hash());
        assertThat(made.text()).doesNotContain(made.hash());
    }

    @Example
    @Tag("AUTHN-7")
    void makesNoTwoAlike() {
        assertThat(tokens.make(SESSION, 0).text())
                .isNotEqualTo(tokens.make(SESSION, 0).text());
    }

    @Property(tries = 1_000)
    @Tag("AUTHN-7")
    void readsNothingOfWhichOneCharacterIsAnother(@ForAll @IntRange(max = 500) int where, @ForAll char other) {
        String text = tokens.make(SESSION, 7).text();
        int at = where % text.length();
        String forged = text.substring(0, at) + other + text.substring(at + 1);

        assertThat(tokens.read(forged).isPresent()).isEqualTo(forged.equals(text));
    }

    @Property(tries = 1_000)
    @Tag("AUTHN-7")
    void readsNothingThatSomebodyMadeUp(@ForAll String text) {
        assertThat(tokens.read(text)).isEmpty();
        assertThat(tokens.read("old." + text + "." + text)).isEmpty();
    }

    @Example
    @Tag("AUTHN-7")
    void readsNoTokenOfOtherKeysOrInAnotherForm() {
        String text = tokens.make(SESSION, 0).text();

        assertThat(tokens(NEW).read(text)).isEmpty();
        assertThat(tokens(OLD.replace("old=", "new=")).read(text)).isEmpty();
        assertThat(tokens.read(text + "=")).isEmpty();
        assertThat(tokens.read(text + "." + text)).isEmpty();
        assertThat(tokens.read(" " + text)).isEmpty();
        assertThat(tokens.read(text.repeat(100_000))).isEmpty();
        assertThat(tokens.read("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1In0.c2ln")).isEmpty();
    }

    @Example
    @Tag("AUTHN-7")
    void readsATokenOfAnOlderKeyAndMakesTheNextWithTheNewOne() {
        RefreshTokens both = tokens(NEW + "," + OLD);

        assertThat(both.read(tokens.make(SESSION, 0).text())).isPresent();
        assertThat(both.make(SESSION, 1).text()).startsWith("new.");
    }

    @Example
    @Tag("AUTHN-7")
    void opensASealOnlyWithTheTokenThatWasShown() {
        RefreshTokens.Token shown = tokens.make(SESSION, 3);
        RefreshTokens.Token next = tokens.make(SESSION, 4);
        String sealed = tokens.seal(next, shown);

        assertThat(tokens.open(sealed, shown).orElseThrow().text()).isEqualTo(next.text());
        assertThat(tokens.open(sealed, tokens.make(SESSION, 3)).orElseThrow().text())
                .isNotEqualTo(next.text());
        assertThat(tokens.open("", shown)).isEmpty();
        assertThat(tokens.open("gone." + sealed, shown)).isEmpty();
        assertThat(next.text()).doesNotContain(sealed.substring(4));
    }

    @Example
    @Tag("AUTHN-7")
    void printsNoToken() {
        RefreshTokens.Token token = tokens.make(SESSION, 3);

        assertThat(token.toString()).doesNotContain(token.text()).doesNotContain(token.hash());
    }

    private static RefreshTokens tokens(String keys) {
        return new RefreshTokens(KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", keys))), RANDOM);
    }

    private static String key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}
