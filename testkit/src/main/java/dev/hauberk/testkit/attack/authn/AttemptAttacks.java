package dev.hauberk.testkit.attack.authn;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Race;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Tries to guess more often than the policy allows. */
final class AttemptAttacks {
    private static final String WRONG = "Wrong-Horse-7-Battery";
    private static final String BREAKS = "sign-in.attempts";

    @Attack(
            value = "AUTHN-3",
            tries = "one guess too many, each from another address",
            breaks = BREAKS,
            onLimits = true)
    void oneGuessTooMany(Attacker attacker) {
        User user = attacker.newUser();
        for (Exchange guess : guesses(attacker, user.email(), attempts(attacker))) {
            attacker.mustAnswer(401, guess);
        }
        Exchange tooMany = guess(attacker, user.email());
        attacker.mustAnswer(429, tooMany);
        Exchange right = attacker.stranger().trySignIn(user.email(), user.password());
        attacker.must(right.status() == 429, "not even the right password is looked at", right);
    }

    @Attack(value = "AUTHN-3", tries = "guessing at an address that nobody has", breaks = BREAKS, onLimits = true)
    void unknownAddressesAreCountedToo(Attacker attacker) {
        String nobody = Attacker.canary() + "@nobody.example";
        guesses(attacker, nobody, attempts(attacker));
        attacker.mustAnswer(429, guess(attacker, nobody));
    }

    @Attack(
            value = "AUTHN-3",
            tries = "other spellings of an address, to get more attempts",
            breaks = BREAKS,
            onLimits = true)
    Stream<Trial> otherSpellings(Attacker attacker) {
        return spellings("x@y.z").keySet().stream()
                .map(spelling -> new Trial("counts " + spelling + " as the same address", () -> {
                    User user = attacker.newUser();
                    String other = spellings(user.email()).getOrDefault(spelling, user.email());
                    if (!attacker.stranger().trySignIn(other, user.password()).succeeded()) {
                        return; // with this spelling one guesses at nobody
                    }
                    guesses(attacker, other, attempts(attacker));
                    Exchange next = guess(attacker, user.email());
                    attacker.must(next.status() == 429, "both spellings share their attempts", next);
                }));
    }

    @Attack(value = "AUTHN-3", tries = "fifty guesses at once", breaks = BREAKS, onLimits = true)
    void fiftyGuessesAtOnce(Attacker attacker) throws Exception {
        User user = attacker.newUser();
        long looked = race(attacker, user, 50);
        attacker.must(
                looked <= attempts(attacker),
                "at most " + attempts(attacker) + " of fifty guesses are looked at",
                looked + " were not answered 429");
    }

    @Attack(value = "AUTHN-3", tries = "fifty guesses at once with one attempt left", breaks = BREAKS, onLimits = true)
    void fiftyGuessesAtOnceWithOneLeft(Attacker attacker) throws Exception {
        User user = attacker.newUser();
        guesses(attacker, user.email(), attempts(attacker) - 1);
        long looked = race(attacker, user, 50);
        attacker.must(looked <= 1, "at most one of fifty guesses is looked at", looked + " were not answered 429");
    }

    @Attack(value = "AUTHN-3", tries = "guessing where a password is changed", breaks = BREAKS, onLimits = true)
    void changingAPasswordIsNoSecondWay(Attacker attacker) {
        Session session = attacker.signIn();
        User user = session.user();
        for (long i = 0; i < attempts(attacker); i++) {
            session.send(attacker.wire().password(WRONG, "Aa1!" + Attacker.canary()));
        }
        Exchange next = guess(attacker, user.email());
        attacker.must(next.status() == 429, "both ways share their attempts", next);
    }

    @Attack(
            value = "AUTHN-3",
            tries = "the right password, more often than one may guess",
            breaks = BREAKS,
            onLimits = true)
    void rightPasswordsAreNotCounted(Attacker attacker) {
        User user = attacker.newUser();
        for (long i = 0; i < attempts(attacker) + 2; i++) {
            Exchange right = attacker.stranger().trySignIn(user.email(), user.password());
            attacker.must(right.status() == 200, "an attempt is given back where the password was right", right);
        }
    }

    private static long race(Attacker attacker, User user, int threads) throws Exception {
        List<Callable<Exchange>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            var stranger = attacker.stranger();
            tasks.add(() -> stranger.trySignIn(user.email(), WRONG));
        }
        return Race.of(tasks).stream().filter(answer -> answer.status() != 429).count();
    }

    private static long attempts(Attacker attacker) {
        return attacker.policy().signIn().attempts().count();
    }

    private static List<Exchange> guesses(Attacker attacker, String email, long count) {
        List<Exchange> answers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            answers.add(guess(attacker, email));
        }
        return answers;
    }

    private static Exchange guess(Attacker attacker, String email) {
        return attacker.stranger().trySignIn(email, WRONG);
    }

    private static Map<String, String> spellings(String email) {
        int at = email.indexOf('@');
        String local = email.substring(0, at);
        String domain = email.substring(at);
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("an upper-case local part", local.toUpperCase(java.util.Locale.ROOT) + domain);
        spellings.put("an upper-case domain", local + domain.toUpperCase(java.util.Locale.ROOT));
        spellings.put("a space behind it", email + " ");
        spellings.put("a space before it", " " + email);
        spellings.put("a zero-width space in it", email + "\u200b");
        spellings.put("a full-width letter", (char) (local.charAt(0) - 0x21 + 0xff01) + email.substring(1));
        spellings.put("a full-width at sign", local + "\uff20" + domain.substring(1));
        return spellings;
    }
}
