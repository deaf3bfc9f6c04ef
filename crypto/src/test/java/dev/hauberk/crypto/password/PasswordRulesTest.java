package dev.hauberk.crypto.password;

import static dev.hauberk.crypto.password.PasswordRule.DIGIT;
import static dev.hauberk.crypto.password.PasswordRule.LOWER_CASE;
import static dev.hauberk.crypto.password.PasswordRule.SPECIAL;
import static dev.hauberk.crypto.password.PasswordRule.TOO_LONG;
import static dev.hauberk.crypto.password.PasswordRule.TOO_SHORT;
import static dev.hauberk.crypto.password.PasswordRule.UPPER_CASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.PasswordPolicy.CharacterClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("AUTHN-1")
class PasswordRulesTest {
    private final PasswordRules rules = rules(EnumSet.allOf(CharacterClass.class));

    private static PasswordRules rules(Set<CharacterClass> require) {
        return PasswordRules.of(Policies.rules(require, 0));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("passwords")
    void namesEveryRuleThatIsBroken(String what, String password, List<PasswordRule> broken) {
        assertThat(rules.broken(password)).isEqualTo(broken);
    }

    static Stream<Arguments> passwords() {
        return Stream.of(
                password("the demo's", "Correct-Horse-7-Battery"),
                password("exactly eight", "Aa1!aaaa"),
                password("seven", "Aa1!aaa", TOO_SHORT),
                password("nothing", "", TOO_SHORT, UPPER_CASE, LOWER_CASE, DIGIT, SPECIAL),
                password("lower case alone", "aaaaaaaa", UPPER_CASE, DIGIT, SPECIAL),
                password("no upper case", "aa1!aaaa", UPPER_CASE),
                password("no lower case", "AA1!AAAA", LOWER_CASE),
                password("no digit", "Aaa!aaaa", DIGIT),
                password("no special", "Aa11aaaa", SPECIAL),
                password("a space is special", "Aa1 aaaa"),
                password("a tab is not", "Aa1\taaaa", SPECIAL),
                password("DEL is not", "Aa1\u007faaaa", SPECIAL),
                password("a letter beyond ASCII is not", "Aa1äaaaa", SPECIAL),
                password("fullwidth", "Ａａ１！ａａａａ", UPPER_CASE, LOWER_CASE, DIGIT, SPECIAL),
                password("a fullwidth capital alone", "Ａa1!aaaa", UPPER_CASE),
                password("Arabic digits", "Aa٣!aaaa", DIGIT),
                password("dotless and dotted i", "ıİ1!ıİıİ", UPPER_CASE, LOWER_CASE),
                password("four marks that compose with nothing", "Aa1!\u0315\u0315\u0315\u0315"),
                password("four marks that compose", "Aa1!A\u030ae\u0301", TOO_SHORT),
                password("eight once composed", "Aa1!e\u0301e\u0301e\u0301e\u0301"),
                password("eight code points of sixteen units", "Aa1!🐎🐎🐎🐎"),
                password("eight units of six code points", "Aa1!🐎🐎", TOO_SHORT),
                password("eight bytes of six code points", "Aa1!ää", TOO_SHORT),
                password("a family is as many as it has code points", "Aa1!👨\u200d👩\u200d"),
                password("73 bytes", "Aa1!" + "a".repeat(69)),
                password("1,000 bytes", "Aa1!" + "a".repeat(996)),
                password("1,024 bytes", "Aa1!" + "a".repeat(1020)),
                password("1,025 bytes", "Aa1!" + "a".repeat(1021), TOO_LONG),
                password("1,024 bytes of two each", "Aa1!" + "ä".repeat(510)),
                password("1,025 bytes of two each", "Aa1!a" + "ä".repeat(510), TOO_LONG),
                password("1,024 bytes once composed", "Aa1!" + "a\u0308".repeat(510)),
                password("64 characters of four bytes", "Aa1!" + "🐎".repeat(60)),
                password("ten megabytes", "a".repeat(10_000_000), TOO_LONG));
    }

    private static Arguments password(String what, String password, PasswordRule... broken) {
        return Arguments.of(what, password, List.of(broken));
    }

    @Test
    void asksForNoClassThatThePolicyDoesNot() {
        assertThat(rules(Set.of()).broken("aaaaaaaa")).isEmpty();
        assertThat(rules(Set.of(CharacterClass.DIGIT)).broken("aaaaaaaa")).containsExactly(DIGIT);
    }

    @Test
    void keepsItsCodes() {
        assertThat(Stream.of(PasswordRule.values()).map(PasswordRule::code))
                .containsExactly(
                        "too-short",
                        "too-long",
                        "upper-case",
                        "lower-case",
                        "digit",
                        "special",
                        "common",
                        "personal",
                        "too-weak",
                        "breached");
    }

    @Test
    void hasAMessageForEachRuleWithThePolicysNumbers() {
        PasswordPolicy policy = Policies.rules(Set.of(), 3);
        assertThat(Stream.of(PasswordRule.values()).map(rule -> rule.message(policy)))
                .doesNotHaveDuplicates()
                .allMatch(message -> message.matches("[A-Z].*\\."));
        assertThat(TOO_SHORT.message(policy)).isEqualTo("Use at least 8 characters.");
        assertThat(TOO_LONG.message(policy)).isEqualTo("Use at most 1024 bytes.");
    }
}
