package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hauberk.policy.PasswordPolicy.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Argon2id, scrypt and PBKDF2, which take a password of any length whole. */
@Tag("AUTHN-2")
class DerivedHashTest {
    private static final String PASSWORD = "Correct-Horse-7-Battery";

    private final HashBench bench = new HashBench();

    @ParameterizedTest
    @EnumSource
    void knowsThePasswordThatItHashedAndNoOther(Hash hash) {
        PasswordHasher hasher = bench.hasher(hash);
        String stored = hasher.hash(PASSWORD);
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Match.YES);
        assertThat(hasher.verify("correct-Horse-7-Battery", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify("", stored)).isEqualTo(Match.NO);
        assertThat(hasher.hash(PASSWORD)).isNotEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void countsEveryCharacter(Hash hash) {
        PasswordHasher hasher = bench.hasher(hash);
        String stored = hasher.hash("pw\0x");
        assertThat(hasher.verify("pw\0x", stored)).isEqualTo(Match.YES);
        assertThat(hasher.verify("pw\0y", stored)).isEqualTo(Match.NO);
        assertThat(hasher.verify("pw", stored)).isEqualTo(Match.NO);
        String longest = "a".repeat(1023);
        String storedLongest = hasher.hash(longest + "x");
        assertThat(hasher.verify(longest + "x", storedLongest)).isEqualTo(Match.YES);
        assertThat(hasher.verify(longest + "y", storedLongest)).isEqualTo(Match.NO);
        String unpaired = hasher.hash("pass\ud800word");
        assertThat(hasher.verify("pass\ud800word", unpaired)).isEqualTo(Match.YES);
        assertThat(hasher.verify("pass?word", unpaired)).isEqualTo(Match.NO);
    }

    @Test
    void writesFormsThatNameTheirAlgorithmAndCost() {
        assertThat(bench.hasher(Hash.ARGON2ID).hash(PASSWORD))
                .matches("\\$argon2id\\$v=19\\$m=1024,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(bench.hasher(Hash.SCRYPT).hash(PASSWORD))
                .matches("\\$scrypt\\$ln=10,r=8,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(bench.hasher(Hash.PBKDF2).hash(PASSWORD))
                .matches("\\$pbkdf2-sha256\\$1000\\$[A-Za-z0-9./]{22}\\$[A-Za-z0-9./]{43}");
    }

    @ParameterizedTest
    @EnumSource
    void takesTheHashesOfAllOthersAndAsksForNewOnes(Hash hash) {
        PasswordHasher hasher = bench.hasher(hash);
        for (Hash other : Hash.values()) {
            String stored = bench.hasher(other).hash(PASSWORD);
            assertThat(hasher.verify(PASSWORD, stored))
                    .as("%s reads %s", hash, other)
                    .isEqualTo(other == hash ? Match.YES : Match.YES_BUT_REHASH);
            assertThat(hasher.verify("wrong", stored)).isEqualTo(Match.NO);
        }
    }

    static Stream<Arguments> raised() {
        HashBench bench = new HashBench();
        return Stream.of(
                Arguments.of(bench.hasher(Hash.ARGON2ID), bench.argon2(new Argon2Cost(2, 19, 1025, 1, 1))),
                Arguments.of(bench.hasher(Hash.ARGON2ID), bench.argon2(new Argon2Cost(2, 19, 1024, 2, 1))),
                Arguments.of(bench.hasher(Hash.SCRYPT), bench.scrypt(new ScryptCost(11, 8, 1))),
                Arguments.of(bench.hasher(Hash.SCRYPT), bench.scrypt(new ScryptCost(10, 9, 1))),
                Arguments.of(bench.hasher(Hash.SCRYPT), bench.scrypt(new ScryptCost(10, 8, 2))),
                Arguments.of(bench.hasher(Hash.PBKDF2), bench.pbkdf2(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 1_001))));
    }

    @ParameterizedTest
    @MethodSource("raised")
    @Tag("AUTHN-2")
    void asksForANewHashWhereACostWasRaisedAndNotWhereItWasLowered(PasswordHasher before, PasswordHasher after) {
        assertThat(after.verify(PASSWORD, before.hash(PASSWORD))).isEqualTo(Match.YES_BUT_REHASH);
        assertThat(before.verify(PASSWORD, after.hash(PASSWORD))).isEqualTo(Match.YES);
    }

    @Test
    void asksForANewHashWhereTheSaltOrTheKeyIsShorterThanWouldBeWritten() {
        KeyMaker maker = bench.maker;
        assertThat(maker.read(HashBench.PBKDF2, new byte[16], new byte[32], true)
                        .isCurrent())
                .isTrue();
        assertThat(maker.read(HashBench.PBKDF2, new byte[15], new byte[32], true)
                        .isCurrent())
                .isFalse();
        assertThat(maker.read(HashBench.PBKDF2, new byte[16], new byte[31], true)
                        .isCurrent())
                .isFalse();
        assertThat(maker.read(HashBench.PBKDF2, new byte[16], new byte[32], false)
                        .isCurrent())
                .isFalse();
    }

    @Test
    void asksForANewHashOfAnotherVariantOrVersionOfArgon2() {
        PasswordHasher hasher = bench.hasher(Hash.ARGON2ID);
        for (String form : List.of("$argon2i$v=19", "$argon2d$v=19", "$argon2id$v=16", "$argon2id")) {
            Argon2Cost cost = new Argon2Cost(
                    form.startsWith("$argon2id") ? 2 : form.startsWith("$argon2i") ? 1 : 0,
                    form.endsWith("19") ? 19 : 16,
                    1024,
                    1,
                    1);
            byte[] salt = new byte[16];
            byte[] key = cost.derive("password".getBytes(StandardCharsets.US_ASCII), salt, 32);
            String stored = form + "$m=1024,t=1,p=1$" + HashText.plain(salt) + "$" + HashText.plain(key);
            assertThat(hasher.verify("password", stored)).as(form).isEqualTo(Match.YES_BUT_REHASH);
            assertThat(hasher.verify("passwort", stored)).as(form).isEqualTo(Match.NO);
        }
    }

    @Test
    void asksForANewHashByAnotherHmac() {
        Pbkdf2Cost cost = new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA512, 2_000);
        byte[] salt = new byte[16];
        byte[] key = cost.derive(PASSWORD.getBytes(StandardCharsets.US_ASCII), salt, 32);
        String stored = "$pbkdf2-sha512$2000$" + HashText.dotted(salt) + "$" + HashText.dotted(key);
        assertThat(bench.hasher(Hash.PBKDF2).verify(PASSWORD, stored)).isEqualTo(Match.YES_BUT_REHASH);
    }

    static Stream<Arguments> costs() {
        return Stream.of(
                Arguments.of(Hash.ARGON2ID, HashBench.ARGON2),
                Arguments.of(Hash.SCRYPT, HashBench.SCRYPT),
                Arguments.of(Hash.PBKDF2, HashBench.PBKDF2));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void doesTheSameWorkWhateverIsWrong(Hash hash, Cost cost) {
        PasswordHasher hasher = bench.hasher(hash);
        String stored = hasher.hash(PASSWORD);
        bench.kdf.done();
        hasher.verifyNothing(PASSWORD);
        assertThat(bench.kdf.done()).as("no such user").containsExactly(cost);
        hasher.verify("wrong", stored);
        assertThat(bench.kdf.done()).as("wrong").containsExactly(cost);
        hasher.verify(PASSWORD, "null");
        assertThat(bench.kdf.done()).as("no form of anything").containsExactly(cost);
        hasher.verify(PASSWORD, stored.substring(0, stored.length() - 1));
        assertThat(bench.kdf.done()).as("damaged").containsExactly(cost);
    }

    @Test
    void doesWhatIsMissingAfterAWrongPasswordOfACheaperHash() {
        String argon2 = bench.hasher(Hash.ARGON2ID).hash(PASSWORD);
        String pbkdf2 = bench.hasher(Hash.PBKDF2).hash(PASSWORD);
        String scrypt = bench.hasher(Hash.SCRYPT).hash(PASSWORD);
        bench.kdf.done();

        bench.argon2(new Argon2Cost(2, 19, 4096, 2, 1)).verify("wrong", argon2);
        assertThat(bench.kdf.done()).containsExactly(HashBench.ARGON2, new Argon2Cost(2, 19, 3584, 2, 1));
        bench.pbkdf2(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 5_000)).verify("wrong", pbkdf2);
        assertThat(bench.kdf.done()).containsExactly(HashBench.PBKDF2, new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 4_000));
        bench.scrypt(new ScryptCost(11, 8, 1)).verify("wrong", scrypt);
        assertThat(bench.kdf.done()).containsExactly(HashBench.SCRYPT, new ScryptCost(11, 8, 1));
    }

    @Test
    void doesNoMoreAfterAWrongPasswordOfADearerHash() {
        String argon2 = bench.argon2(new Argon2Cost(2, 19, 4096, 2, 1)).hash(PASSWORD);
        bench.kdf.done();
        bench.hasher(Hash.ARGON2ID).verify("wrong", argon2);
        assertThat(bench.kdf.done()).hasSize(1);
        bench.hasher(Hash.SCRYPT).verify("wrong", argon2);
        assertThat(bench.kdf.done()).hasSize(1);
        bench.hasher(Hash.PBKDF2).verify("wrong", argon2);
        assertThat(bench.kdf.done()).hasSize(1);
        bench.bcrypt.work();
        bench.hasher(Hash.BCRYPT).verify("wrong", argon2);
        assertThat(bench.bcrypt.work()).isZero();
    }

    @Test
    void takesAHashThatDoesNotFitIntoTheMemoryForNone() {
        HashingGate gate = new HashingGate(1, 3, 1, Duration.ofMinutes(1));
        PasswordHasher hasher = new SchemePasswordHasher(
                new Argon2Scheme(HashBench.ARGON2, bench.maker),
                List.of(new Argon2Scheme(HashBench.ARGON2, bench.maker)),
                1024,
                gate);
        String fits = bench.argon2(new Argon2Cost(2, 19, 3 * 1024, 1, 1)).hash(PASSWORD);
        String doesNot = bench.argon2(new Argon2Cost(2, 19, 3 * 1024 + 1, 1, 1)).hash(PASSWORD);
        bench.kdf.done();
        assertThat(hasher.verify(PASSWORD, fits)).isEqualTo(Match.YES_BUT_REHASH);
        bench.kdf.done();
        assertThat(hasher.verify(PASSWORD, doesNot)).isEqualTo(Match.NO);
        assertThat(bench.kdf.done()).containsExactly(HashBench.ARGON2);
    }

    @Test
    void refusesToStartWhereOneHashTakesMoreThanAllMayHave() {
        Argon2Scheme scheme = new Argon2Scheme(new Argon2Cost(2, 19, 19 * 1024, 2, 1), bench.maker);
        HashingGate enough = new HashingGate(1, 19, 1, Duration.ZERO);
        HashingGate small = new HashingGate(1, 18, 1, Duration.ZERO);
        assertThat(new SchemePasswordHasher(scheme, List.of(scheme), 1024, enough))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemePasswordHasher(scheme, List.of(scheme), 1024, small))
                .withMessageContaining("19 MB")
                .withMessageContaining("18 MB")
                .withMessageContaining("-Xmx");
    }

    @ParameterizedTest
    @EnumSource
    void hashesAsThePolicyAsks(Hash hash) {
        PasswordHasher hasher = PasswordHasher.of(Policies.hash(hash), bench.keys);
        String stored = hasher.hash(PASSWORD);
        String start = switch (hash) {
            case PBKDF2 -> "$pbkdf2-sha256$100000$";
            case BCRYPT -> "$2b$10$";
            case SCRYPT -> "$scrypt$ln=14,r=8,p=1$";
            case ARGON2ID -> "$argon2id$v=19$m=8192,t=1,p=1$";
        };
        assertThat(stored).startsWith(start);
        assertThat(hasher.verify(PASSWORD, stored)).isEqualTo(Match.YES);
    }

    @Test
    void showsNothingOfAHashAsText() {
        DerivedHash hash = bench.maker.make(HashBench.PBKDF2, new byte[8]);
        assertThat(hash.toString()).isEqualTo("DerivedHash[hidden]");
    }
}
