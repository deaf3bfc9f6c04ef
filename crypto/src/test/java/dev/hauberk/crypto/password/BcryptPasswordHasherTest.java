package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.KeyRing;
import java.nio.CharBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AUTHN-2")
class BcryptPasswordHasherTest {
    private static final int COST = 5;
    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final String LONG = "Aa1!".repeat(19);

    private final HashBench bench = new HashBench();
    private final CountingBcrypt bcrypt = bench.bcrypt;
    private final FakeKeyRing keys = bench.keys;
    private final PasswordHasher hasher = hasher(COST, keys);

    private PasswordHasher hasher(int cost, KeyRing ring) {
        return bench.bcrypt(cost, ring);
    }

    @Test
    void knowsThePasswordThatItHashedAndNoOther() {
        String stored = hasher.hash(PASSWORD);
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Match.YES);
        assertThat(hasher.verify("correct-Horse-7-Battery", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify(PASSWORD + " ", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify("", stored)).isEqualTo(Match.NO);
    }

    @Test
    void writesAFormThatNamesItsAlgorithmAndSaltsEachAnew() {
        assertThat(hasher.hash(PASSWORD)).startsWith("$2b$05$").hasSize(60).isNotEqualTo(hasher.hash(PASSWORD));
        assertThat(hasher.hash(LONG)).startsWith("$hb1$k1$2b$05$").isNotEqualTo(hasher.hash(LONG));
    }

    @Test
    void takesSeventyTwoBytesPlainAndOneMoreThroughTheHmac() {
        assertThat(hasher.hash("a".repeat(72))).startsWith("$2b$");
        assertThat(hasher.hash("a".repeat(73))).startsWith("$hb1$");
        assertThat(hasher.hash("ä".repeat(36))).startsWith("$2b$");
        assertThat(hasher.hash("ä".repeat(36) + "a")).startsWith("$hb1$");
    }

    @Test
    void tellsPasswordsApartThatDifferAfterANul() {
        String stored = hasher.hash("pw\0x");
        assertThat(hasher.verify("pw\0x", stored)).isEqualTo(Match.YES);
        assertThat(hasher.verify("pw\0y", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify("pw", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify("pw\0x", hasher.hash("pw"))).isEqualTo(Match.NO);
    }

    @Test
    void tellsPasswordsApartThatAreEqualInTheirFirstSeventyTwoBytes() {
        String start = "a".repeat(72);
        String stored = hasher.hash(start + "x");
        assertThat(hasher.verify(start + "x", stored)).isEqualTo(Match.YES);
        assertThat(hasher.verify(start + "y", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify(start, stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify(start + "x", hasher.hash(start))).isEqualTo(Match.NO);
    }

    @Test
    @Tag("AUTHN-1")
    void letsEveryCharacterOfAPassphraseOfFourByteCharactersCount() {
        String passphrase = "🐎".repeat(64);
        String stored = hasher.hash(passphrase);
        assertThat(hasher.verify(passphrase, stored)).isEqualTo(Match.YES);
        for (int i = 0; i < 64; i++) {
            String other = "🐎".repeat(i) + "🐏" + "🐎".repeat(63 - i);
            assertThat(hasher.verify(other, stored)).as("character %d", i).isEqualTo(Match.NO);
        }
    }

    @Test
    void tellsUnpairedSurrogatesFromQuestionMarks() {
        String stored = hasher.hash("pass\ud800word");
        assertThat(hasher.verify("pass\ud800word", stored)).isEqualTo(Match.YES);
        assertThat(hasher.verify("pass?word", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify("pass\ud801word", stored)).isEqualTo(Match.NO);
    }

    @Test
    void takesTheSamePasswordFromAnotherKeyboard() {
        assertThat(hasher.verify("Cafe\u0301-7", hasher.hash("Caf\u00e9-7"))).isEqualTo(Match.YES);
        assertThat(hasher.verify("Caf\u00e9-7", hasher.hash("Cafe\u0301-7"))).isEqualTo(Match.YES);
    }

    @Test
    void takesCharactersThatAreNoString() {
        assertThat(hasher.verify(CharBuffer.wrap(PASSWORD.toCharArray()), hasher.hash(PASSWORD)))
                .isEqualTo(Match.YES);
        assertThat(hasher.verify(PASSWORD, hasher.hash(new StringBuilder(PASSWORD))))
                .isEqualTo(Match.YES);
    }

    @Test
    @Tag("AUTHN-1")
    void refusesMoreThanTheGreatestLengthBeforeAnyHashing() {
        String longest = "a".repeat(1024);
        String stored = hasher.hash(longest);
        assertThat(hasher.verify(longest, stored)).isEqualTo(Match.YES);
        bcrypt.work();
        for (String tooLong : new String[] {longest + "a", "ä".repeat(513), "a".repeat(10_000_000)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> hasher.hash(tooLong))
                    .withMessage("a password has at most 1024 bytes of UTF-8");
            assertThat(hasher.verify(tooLong, stored)).isEqualTo(Match.NO);
            hasher.verifyNothing(tooLong);
        }
        assertThat(bcrypt.work()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                PASSWORD,
                "$2b$31$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$17$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$03$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$00$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$-5$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$٠٥$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2x$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.5",
                "$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s",
                "$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.5",
                "$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s=",
                "$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.\n",
                "$hb1$gone$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$hb1$$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$hb2$k1$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "{bcrypt}$2b$05$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"
            })
    void answersNoToADamagedFormForAsMuchWorkAsOneVerification(String stored) {
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Match.NO);
        assertThat(bcrypt.work()).isEqualTo(1L << COST);
    }

    @Test
    void doesNotTakeADamagedDigestOrSaltForTheRightOne() {
        String stored = hasher.hash(PASSWORD);
        for (int i = 7; i < stored.length(); i++) {
            char other = stored.charAt(i) == 'A' ? 'B' : 'A';
            String damaged = stored.substring(0, i) + other + stored.substring(i + 1);
            assertThat(hasher.verify(PASSWORD, damaged)).as("position %d", i).isEqualTo(Match.NO);
        }
    }

    @Test
    void doesTheSameWorkWhateverIsWrong() {
        String plain = hasher.hash(PASSWORD);
        String keyed = hasher.hash(LONG);
        String cheap = hasher(4, keys).hash(PASSWORD);
        bcrypt.work();
        hasher.verifyNothing(PASSWORD);
        assertThat(bcrypt.work()).as("no such user").isEqualTo(1L << COST);
        hasher.verify("wrong", plain);
        assertThat(bcrypt.work()).as("wrong").isEqualTo(1L << COST);
        hasher.verify(LONG, plain);
        assertThat(bcrypt.work()).as("cannot be of this form").isEqualTo(1L << COST);
        hasher.verify("wrong", keyed);
        assertThat(bcrypt.work()).as("wrong, of a long one").isEqualTo(1L << COST);
        hasher(8, keys).verify("wrong", cheap);
        assertThat(bcrypt.work()).as("an older hash of a lower cost").isEqualTo(1L << 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {COST + 1, COST + 2})
    void addsNoWorkToAWrongPasswordOfAHashOfAHigherCost(int dearer) {
        String stored = hasher(dearer, keys).hash(PASSWORD);
        bcrypt.work();
        assertThat(hasher.verify("wrong", stored)).isEqualTo(Match.NO);
        assertThat(bcrypt.work()).isEqualTo(1L << dearer);
    }

    @Test
    void asksForANewHashWhereTheCostWasRaised() {
        String stored = hasher.hash(PASSWORD);
        assertThat(hasher(COST + 1, keys).verify(PASSWORD, stored)).isEqualTo(Match.YES_BUT_REHASH);
        assertThat(hasher(COST - 1, keys).verify(PASSWORD, stored)).isEqualTo(Match.YES);
        assertThat(hasher(COST + 1, keys).verify("wrong", stored)).isEqualTo(Match.NO);
    }

    @Test
    void asksForANewHashWhereTheKeyIsNoLongerThePrimaryOne() {
        String stored = hasher.hash(LONG);
        assertThat(hasher(COST, FakeKeyRing.of("k2", "k1")).verify(LONG, stored))
                .isEqualTo(Match.YES_BUT_REHASH);
        assertThat(hasher(COST, FakeKeyRing.of("k2")).verify(LONG, stored)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$2a$", "$2y$"})
    void asksForANewHashWhereThePrefixIsOlder(String prefix) {
        String stored = prefix + hasher.hash(PASSWORD).substring(4);
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Match.YES_BUT_REHASH);
        assertThat(hasher.verify("wrong", stored)).isEqualTo(Match.NO);
    }

    @Test
    void hashesAnotherKeysPasswordDifferently() {
        String stored = hasher.hash(LONG).replace("$k1$", "$k2$");
        assertThat(hasher(COST, FakeKeyRing.of("k2", "k1")).verify(LONG, stored))
                .isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, 9, 17, 31})
    void refusesACostThatThePolicyMayNotAsk(int cost) {
        assertThatIllegalArgumentException().isThrownBy(() -> PasswordHasher.bcrypt(cost, keys));
    }

    @Test
    void showsNothingOfAPasswordAsText() {
        String stored = hasher.hash(PASSWORD);
        assertThat(hasher.toString()).doesNotContain(PASSWORD);
        assertThat(BcryptForm.parse(stored).orElseThrow().toString()).isEqualTo("BcryptForm[hidden]");
        assertThat(stored).doesNotContain(PASSWORD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hasher.hash(LONG.repeat(20)))
                .satisfies(e -> assertThat(e.toString()).doesNotContain("Aa1!"));
    }
}
