package dev.hauberk.identity.signin;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.Race;
import dev.hauberk.identity.signin.SignIn.Outcome;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuessingTest extends Guessing {
    @Test
    @Tag("AUTHN-3")
    void countsEverySpellingOfAName() {
        List<String> spellings =
                List.of("Bob@x.com", "bob@X.com", "bob@x.com ", "bob@x.com\u200b", "\uff42ob@x.com", "bob@x.com");
        List<Outcome> outcomes = spellings.stream()
                .map(name -> signIn.signIn(name, "Wrong-1!", HERE))
                .toList();

        assertThat(outcomes.subList(0, 5)).containsOnly(new Outcome.Unknown());
        assertThat(outcomes.get(5)).isEqualTo(new Outcome.Limited(Duration.ofMinutes(15)));
        assertThat(signIn.signIn("bob+1@x.com", "Wrong-1!", HERE)).isEqualTo(new Outcome.Unknown());
        assertThat(hasher.looks).hasValue(6);
    }

    @Test
    @Tag("AUTHN-3")
    void countsBothSpellingsOfADomain() {
        for (int i = 0; i < 5; i++) {
            signIn.signIn(i % 2 == 0 ? "bob@b\u00fccher.de" : "bob@xn--bcher-kva.de", "Wrong-1!", HERE);
        }

        assertThat(signIn.signIn("bob@B\u00dcCHER.de", "Wrong-1!", HERE)).isInstanceOf(Outcome.Limited.class);
    }

    @Test
    @Tag("AUTHN-3")
    void looksAtFivePasswordsAtMostHoweverManyComeAtOnce() throws Exception {
        List<Outcome> outcomes = Race.of(Collections.nCopies(50, () -> signIn.signIn("bob@x.com", "Wrong-1!", HERE)));

        assertThat(hasher.looks).hasValue(5);
        assertThat(outcomes).filteredOn(Outcome.Limited.class::isInstance).hasSize(45);
    }

    @Test
    @Tag("AUTHN-3")
    void looksAtOnePasswordWithOneAttemptLeft() throws Exception {
        for (int i = 0; i < 4; i++) {
            signIn.signIn("bob@x.com", "Wrong-1!", HERE);
        }

        Race.of(Collections.nCopies(50, () -> signIn.signIn("bob@x.com", "Wrong-1!", HERE)));

        assertThat(hasher.looks).hasValue(5);
    }

    @Test
    @Tag("AUTHN-3")
    void countsANameThatNobodyHasJustTheSame() {
        List<Outcome> known = tries("bob@x.com", 7);
        List<Outcome> unknown = tries("nobody@x.com", 7);

        assertThat(unknown).isEqualTo(known);
    }

    @Test
    @Tag("AUTHN-3")
    void countsANameFromAThousandAddresses() {
        for (int i = 0; i < 1_000; i++) {
            signIn.signIn(
                    "bob@x.com", "Wrong-1!", ClientAddress.ofBytes(new byte[] {127, 1, (byte) (i >> 8), (byte) i}));
        }

        assertThat(hasher.looks).hasValue(5);
    }

    @Test
    @Tag("AUTHN-3")
    void givesAnAttemptBackToWhoWasRight() {
        for (int i = 0; i < 50; i++) {
            assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
        }
    }

    @Test
    @Tag("AUTHN-3")
    void givesNoAttemptMoreForOneThatWasRight() {
        tries("bob@x.com", 4);
        signIn.signIn("bob@x.com", RIGHT, HERE);

        assertThat(tries("bob@x.com", 2))
                .containsExactly(new Outcome.Unknown(), new Outcome.Limited(Duration.ofMinutes(15)));
    }

    @Test
    @Tag("AUTHN-3")
    void takesNoAttemptForAPasswordThatCouldNotBeLookedAt() {
        PasswordHasher overloaded = (PasswordHasher) Proxy.newProxyInstance(
                GuessingTest.class.getClassLoader(), new Class<?>[] {PasswordHasher.class}, (proxy, method, values) -> {
                    throw new IllegalStateException("overloaded");
                });
        SignIn broken = SignIn.of(bench.ground, bench.accounts, overloaded, attempts, lockouts);
        for (int i = 0; i < 10; i++) {
            for (String name : List.of("bob@x.com", "nobody@x.com")) {
                assertThatThrownBy(() -> broken.signIn(name, RIGHT, HERE)).hasMessage("overloaded");
            }
        }

        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
        assertThat(signIn.signIn("nobody@x.com", RIGHT, HERE)).isEqualTo(new Outcome.Unknown());
    }

    @Test
    @Tag("AUTHN-3")
    void letsTryAgainAfterAQuarterOfAnHour() {
        tries("bob@x.com", 5);
        bench.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Limited.class);

        bench.clock.advance(Duration.ofMillis(1));
        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
    }

    @Test
    @Tag("AUTHN-3")
    void countsAPasswordChangeAsTheSameGuessing() {
        for (int i = 0; i < 3; i++) {
            assertThat(change.change(bob, "Wrong-1!", "Better-Than-1!")).isEqualTo(new PasswordChange.Outcome.Wrong());
        }
        tries("bob@x.com", 2);

        assertThat(change.change(bob, RIGHT, "Better-Than-1!")).isInstanceOf(PasswordChange.Outcome.Limited.class);
        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Limited.class);
        assertThat(hasher.looks).hasValue(5);
        assertThat(bench.recorded("password-change"))
                .containsExactly("DENIED wrong", "DENIED wrong", "DENIED wrong", "DENIED limit");
    }

    @Test
    @Tag("AUTHN-3")
    void onlyWatchesInShadowMode() {
        bench = Bench.with("""
                modes: {AUTHN-3: shadow, AUTHN-4: shadow}
                accept: [{control: AUTHN-3, why: a test, by: a test, until: 2099-01-01},
                         {control: AUTHN-4, why: a test, by: a test, until: 2099-01-01}]
                """);
        wire();

        assertThat(tries("bob@x.com", 30)).containsOnly(new Outcome.Unknown());
        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
        assertThat(bench.said(Control.AUTHN_3)).hasSize(26).containsOnly("SHADOWED limit");
        assertThat(bench.said(Control.AUTHN_4)).contains("NOTICED locked", "SHADOWED locked");
    }
}
