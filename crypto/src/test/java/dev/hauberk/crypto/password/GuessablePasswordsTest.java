package dev.hauberk.crypto.password;

import static dev.hauberk.crypto.password.PasswordRule.COMMON;
import static dev.hauberk.crypto.password.PasswordRule.PERSONAL;
import static dev.hauberk.crypto.password.PasswordRule.TOO_SHORT;
import static dev.hauberk.crypto.password.PasswordRule.TOO_WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.Vectors;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that have a character of each class, and are none all the same. */
@Tag("AUTHN-1")
class GuessablePasswordsTest {
    private final PasswordRules rules = PasswordRules.of(Policies.rules(Policies.ALL_CLASSES, 3));

    @Test
    void refusesEveryCommonPasswordThatHasACharacterOfEachClass() {
        assertThat(Vectors.lines("common-passwords.txt"))
                .hasSizeGreaterThan(900)
                .allSatisfy(password -> {
                    assertThat(rules.broken(password)).containsExactly(COMMON);
                    assertThat(rules.broken(password.toUpperCase(Locale.ROOT))).isNotEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"P@ssw0rd", "!QAZ2wsx", "1qaz@WSX", "p@SSw0RD", "Passw0rd!"})
    void refusesWhatEverybodyThinksOf(String password) {
        assertThat(rules.broken(password)).containsExactly(COMMON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Aa1!aaaa", "Abcdefg1!", "Qq1!qqqqqqqqqqqqqqqqqq", "January1!"})
    void refusesWhatIsEasyToGuess(String password) {
        assertThat(rules.broken(password)).containsExactly(TOO_WEAK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Correct-Horse-7-Battery",
                "Better-Than-1!",
                "tK9#vLq2-xW",
                "Aa1!🔑🐎🔋🧷🪣🛶",
                "Grüße-aus-7-Überlingen!"
            })
    void takesWhatIsNot(String password) {
        assertThat(rules.broken(password)).isEmpty();
    }

    @Test
    void takesWhatIsStrongByItsLength() {
        assertThat(rules.broken("Aa1!" + "x".repeat(59))).containsExactly(TOO_WEAK);
        assertThat(rules.broken("Aa1!" + "x".repeat(60))).isEmpty();
        assertThat(rules.broken("Aa1!" + "🔑".repeat(60))).isEmpty();
        assertThat(rules.broken("Aa1!" + "x".repeat(1020))).isEmpty();
    }

    @Test
    void estimatesTheFirstThirtyTwoCodePoints() {
        String strong = "tK9#vLq2-xW";
        assertThat(rules.broken("Aa1!" + "x".repeat(28) + strong)).containsExactly(TOO_WEAK);
        assertThat(rules.broken("Aa1!" + "x".repeat(17) + strong)).isEmpty();
        assertThat(rules.broken(strong + "x".repeat(40))).isEmpty();
        assertThat(Guessability.of("🔑".repeat(32) + strong, Personal.nothing()))
                .isEqualTo(Guessability.of("🔑".repeat(32), Personal.nothing()))
                .isNotEqualTo(Guessability.of("🔑".repeat(16) + strong, Personal.nothing()));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "gwendolyn@acme.example, Gwendolyn1!A",
        "mwk.tolbert@acme.example, mwk.tolbert1!A",
        "mwk.tolbert@acme.example, MWKTolbert1!A",
        "mwk.tolbert@acme.example, trebloT1!A",
        "mwk.tolbert@acme.example, mwk.tolbert@acme.example1!A",
        "x@globexcorporation.example, GlobexCorporation1!A",
        "x@globexcorporation.example, Gl0bexcorporation1!A",
        "Mwknar Vyxhollow, Vyxhollow1!A",
        "Mwknar Vyxhollow, MwknarVyxhollow1!A",
        "Vyxhollow & Sons, Vyxhollow&Sons1!A",
        "Jo\u0308rghildur, J\u00f6rghildur1!A"
    })
    void refusesWhatIsMadeOfWhatIsKnownOfItsUser(String known, String password) {
        assertThat(rules.broken(password, Personal.of("nobody", known))).containsExactly(PERSONAL);
    }

    @ParameterizedTest
    @CsvSource({
        "Maximilian.Alexander.von.Hohenstaufen-Hohenzollern@acme.example, Maximilian.Alexander.von.Hohenstaufen-Hohenzollern1!A",
        "maximilianvyxhollowhohenstaufenhohenzollern@acme.example, MaximilianVyxhollowHohenstaufenHohenzollern1!A",
        "The Chancellor Masters and Scholars of the University of Vyxhollowshire, TheChancellorMastersandScholarsoftheUniversityofVyxhollowshire1!A",
        "The Chancellor Masters and Scholars of the University of Vyxhollowshire, The Chancellor Masters and Scholars of the University of Vyxhollowshire1!A",
        "mwk.tolbert@globexcorporationvyxhollowandsonsinternational.example, Mwk.Tolbert@globexcorporationvyxhollowandsonsinternational.example1!A"
    })
    void refusesWhatIsMadeOfALongNameOfItsUser(String known, String password) {
        assertThat(rules.broken(password)).isEmpty();
        assertThat(rules.broken(password, Personal.of("nobody", known))).containsExactly(PERSONAL);
    }

    @Test
    void takesALongPasswordThatNamesItsUserAndMoreThanThat() {
        Personal known = Personal.of("gwendolyn.vyxhollow@acme.example", "Acme");
        assertThat(rules.broken("Gwendolyn.Vyxhollow-eats-7-purple-Turnips-at-noon!", known))
                .isEmpty();
        assertThat(rules.broken("Acme-" + "tK9#vLq2-xW".repeat(6), known)).isEmpty();
        assertThat(rules.broken("Acme-" + "tK9#vLq2-xW".repeat(3), known)).isEmpty();
    }

    @Test
    void asksOneScoreMoreOfWhatNamesItsUser() {
        Personal acme = Personal.of("Acme");
        assertThat(rules.broken("Acme-2026!")).isEmpty();
        assertThat(rules.broken("Acme-2026!", acme)).containsExactly(PERSONAL);
        PasswordRules two = PasswordRules.of(Policies.rules(Policies.ALL_CLASSES, 2));
        assertThat(two.broken("Acme-2026!", acme)).isEmpty();
        assertThat(two.broken("Acme-202!", acme)).containsExactly(PERSONAL);
        PasswordRules four = PasswordRules.of(Policies.rules(Policies.ALL_CLASSES, 4));
        assertThat(four.broken("Correct-Horse-7-Acme", acme)).isEmpty();
    }

    @Test
    void takesAStrongPasswordThatNamesItsUser() {
        assertThat(rules.broken("Correct-Horse-7-Gwendolyn", Personal.of("gwendolyn@acme.example")))
                .isEmpty();
    }

    @Test
    void saysThatItIsWeakAndNotPersonalWhereItHoldsNothingOfItsUser() {
        assertThat(rules.broken("Aa1!aaaa", Personal.of("gwendolyn@acme.example")))
                .containsExactly(TOO_WEAK);
    }

    @Test
    void looksAtNoneOfThatBeforeLengthAndClassesAreKept() {
        assertThat(rules.broken("P@ss0rd")).containsExactly(TOO_SHORT);
    }

    @Test
    void asksForAsMuchAsThePolicyDoes() {
        // zxcvbn's scores of these are 1, 2, 3 and 4.
        String[] passwords = {"Abcdefg1!", "Aa1!aaaa", "Vyx-hollow7", "Correct-Horse-7-Battery"};
        for (int strength = 1; strength <= 4; strength++) {
            PasswordRules asked = PasswordRules.of(Policies.rules(Policies.ALL_CLASSES, strength));
            for (int score = 1; score <= 4; score++) {
                assertThat(asked.broken(passwords[score - 1]))
                        .as("%s of %d where %d is asked", passwords[score - 1], score, strength)
                        .isEqualTo(score < strength ? List.of(TOO_WEAK) : List.of());
            }
        }
    }

    @Test
    void looksAtNothingButLengthAndClassesWhereNoStrengthIsAsked() {
        assertThat(PasswordRules.of(Policies.rules(Set.of(), 0)).broken("P@ssw0rd"))
                .isEmpty();
    }

    @Test
    void estimatesTheSameFromManyThreads() {
        Guessability alone = Guessability.of("Vyx-hollow7", Personal.nothing());
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> Guessability.of("Vyx-hollow7", Personal.nothing())))
                .containsOnly(alone);
    }
}
