package dev.hauberk.testkit.attack.authn;

import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.policy.PasswordPolicy.CharacterClass;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Tries new passwords that the policy's rules refuse, and such as only look as if they did. */
final class PasswordRuleAttacks {
    private static final String EMOJI = "\uD83D\uDD11";

    /** With a character of each class, and known to everybody. */
    private static final List<String> KNOWN = List.of("P@ssw0rd", "!QAZ2wsx");

    @Attack(value = "AUTHN-1", tries = "passwords that break a rule", breaks = "passwords")
    Stream<Trial> passwordsThatBreakARule(Attacker attacker) {
        return weak(attacker.policy().passwords()).entrySet().stream()
                .map(each -> new Trial("refuses " + each.getKey(), () -> {
                    String password = each.getValue().password();
                    Session session = attacker.signIn();
                    Exchange change =
                            session.send(attacker.wire().password(session.user().password(), password));
                    String code = each.getValue().rule();
                    attacker.must(
                            change.status() == 422 && change.text().contains(code),
                            "422 that names the rule " + code,
                            change);
                    attacker.must(!change.text().contains(password), "the password is not sent back", change);
                    Exchange again =
                            attacker.stranger().trySignIn(session.user().email(), password);
                    attacker.must(!again.succeeded(), "the refused password was not set", again);
                }));
    }

    @Attack(
            value = "AUTHN-1",
            tries = "a passphrase of 4-byte characters, every one of which counts",
            breaks = "passwords.max-bytes")
    void everyCharacterCounts(Attacker attacker) {
        String phrase = "Aa1!" + EMOJI.repeat(60);
        mustSetAndTell(attacker, phrase, "Aa1!" + EMOJI.repeat(59) + "\uD83D\uDD12");
    }

    @Attack(
            value = "AUTHN-1",
            tries = "a password of 1,000 bytes, every one of which counts",
            breaks = "passwords.max-bytes")
    void longPasswordsAreNotCut(Attacker attacker) {
        if (attacker.policy().passwords().maxBytes() < 1_000) {
            throw Attacker.notTried("the policy allows fewer bytes");
        }
        String word = "Aa1!" + "x".repeat(995);
        mustSetAndTell(attacker, word + "y", word + "z");
    }

    @Attack(value = "AUTHN-1", tries = "a password longer than may be", breaks = "passwords.max-bytes")
    void tooLongIsRefused(Attacker attacker) {
        Session session = attacker.signIn();
        int bytes = attacker.policy().passwords().maxBytes();
        String word = "Aa1!" + "x".repeat(bytes - 3);
        Exchange change = session.send(attacker.wire().password(session.user().password(), word));
        attacker.must(refused(change), (bytes + 1) + " bytes are refused", change);
    }

    @Attack(value = "AUTHN-1", tries = "a password of 10 MB", breaks = "input.max-body")
    void hugeIsRefused(Attacker attacker) {
        Session session = attacker.signIn();
        String word = "Aa1!" + "x".repeat(10_000_000);
        Exchange change = session.send(attacker.wire().password(session.user().password(), word));
        attacker.must(refused(change), "10 MB are refused", change);
    }

    private static boolean refused(Exchange change) {
        return change.status() == 422 || change.status() == 413 || change.status() == 400;
    }

    private static void mustSetAndTell(Attacker attacker, String password, String other) {
        Session session = attacker.signIn();
        User user = session.user();
        Exchange change = session.send(attacker.wire().password(user.password(), password));
        attacker.mustAnswer(204, change);
        Exchange wrong = attacker.stranger().trySignIn(user.email(), other);
        attacker.must(wrong.status() == 401, "a password that differs in its last character is wrong", wrong);
        Exchange right = attacker.stranger().trySignIn(user.email(), password);
        attacker.must(right.status() == 200, "the whole password is right", right);
    }

    /**
     * A password that the policy refuses.
     *
     * @param rule the code of the rule that the answer must name
     */
    private record Weak(String password, String rule) {}

    private static Map<String, Weak> weak(PasswordPolicy policy) {
        Map<String, Weak> weak = new LinkedHashMap<>();
        int min = policy.minLength();
        for (CharacterClass each : policy.require()) {
            String fill = each == CharacterClass.LOWER_CASE ? "A" : each == CharacterClass.UPPER_CASE ? "a" : "Aa";
            String rule = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            weak.put("one without " + rule, new Weak(without(each) + fill.repeat(min), rule));
        }
        if (policy.require().contains(CharacterClass.UPPER_CASE)) {
            weak.put("full-width letters for ASCII", new Weak("a1!\uFF21" + "a".repeat(min), "upper-case"));
        }
        if (min > 5) {
            weak.put("one that is too short", tooShort("a".repeat(min - 5)));
            weak.put("one too short by code points, though not by UTF-16", tooShort(EMOJI.repeat(min - 5)));
            weak.put("one too short by code points, though not by bytes", tooShort("\u00e9".repeat(min - 5)));
            weak.put("one too short once composed (NFC)", tooShort("e\u0301".repeat(min - 5)));
        }
        for (String known : KNOWN) {
            if (policy.strength() > 0 && min <= known.length()) {
                weak.put("the common " + known, new Weak(known, "common"));
            }
        }
        return weak;
    }

    private static Weak tooShort(String rest) {
        return new Weak("Aa1!" + rest, "too-short");
    }

    private static String without(CharacterClass missing) {
        return switch (missing) {
            case UPPER_CASE -> "a1!";
            case LOWER_CASE -> "A1!";
            case DIGIT -> "Aa!";
            case SPECIAL -> "Aa1";
        };
    }
}
