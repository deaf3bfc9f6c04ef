package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hauberk.policy.PasswordPolicy.Hash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stored hash may ask to be computed, to the last step. */
@Tag("AUTHN-2")
class CostBoundsTest {
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAA";
    /** Fifteen bytes. */
    private static final String SHORT = "AAAAAAAAAAAAAAAAAAAA";

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final HashBench bench = new HashBench();

    @ParameterizedTest
    @CsvSource({
        "1024, 1, 1, true",
        "1023, 1, 1, false",
        "262144, 4, 1, true",
        "262144, 5, 1, false",
        "262145, 1, 1, false",
        "1024, 1024, 1, true",
        "1024, 1025, 1, false",
        "1024, 0, 1, false",
        "1024, 1, 16, true",
        "1024, 1, 17, false",
        "1024, 1, 0, false"
    })
    void boundArgon2(int memory, int iterations, int lanes, boolean taken) {
        assertThat(Argon2Cost.of(2, 19, memory, iterations, lanes).isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 8, 1, true",
        "9, 8, 1, false",
        "18, 8, 1, true",
        "18, 9, 1, false",
        "19, 8, 1, false",
        "21, 8, 1, false",
        "10, 7, 1, false",
        "10, 32, 1, true",
        "10, 33, 1, false",
        "10, 8, 16, true",
        "10, 8, 17, false",
        "10, 8, 0, false",
        "18, 8, 4, true",
        "18, 8, 5, false"
    })
    void boundScrypt(int log, int block, int times, boolean taken) {
        assertThat(ScryptCost.of(log, block, times).isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"999, false", "1000, true", "2000000, true", "2000001, false"})
    void boundPbkdf2(int iterations, boolean taken) {
        assertThat(Pbkdf2Cost.of(Pbkdf2Cost.Hash.SHA1, iterations).isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void boundBcrypt(int cost) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BcryptScheme(cost, bench.keys, bench.bcrypt));
        assertThat(new BcryptScheme(4, bench.keys, bench.bcrypt).work()).isEqualTo(new Work(960_000, 0));
        assertThat(new BcryptScheme(16, bench.keys, bench.bcrypt).work()).isEqualTo(new Work(3_932_160_000L, 0));
    }

    @Test
    void countWhatEachCosts() {
        assertThat(new Argon2Cost(2, 19, 1024, 3, 1).work(32)).isEqualTo(new Work(4_915_200, 1));
        assertThat(new Argon2Cost(2, 19, 1025, 3, 1).work(32)).isEqualTo(new Work(4_920_000, 2));
        assertThat(new ScryptCost(17, 8, 2).work(32)).isEqualTo(new Work(865_075_200, 128));
        assertThat(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 1_000).work(32)).isEqualTo(new Work(630_000, 0));
        assertThat(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 1_000).work(33)).isEqualTo(new Work(1_260_000, 0));
        assertThat(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA1, 1_000).work(64)).isEqualTo(new Work(2_720_000, 0));
        assertThat(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA512, 1_000).work(64)).isEqualTo(new Work(1_100_000, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=999999999,t=1,p=1$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=1024,t=999999999,p=1$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=1024,t=1,p=999999999$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=01024,t=1,p=1$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=-1024,t=1,p=1$" + SALT + "$" + KEY,
                "$argon2id$v=18$m=1024,t=1,p=1$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=1024,t=1,p=1,keyid=AAAA$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAA$" + KEY,
                "$argon2id$v=19$m=1024,t=1,p=1$" + SALT + "$" + SHORT,
                "$argon2id$v=19$m=1024,t=1,p=1$" + SALT + "$" + KEY + "AA",
                "$argon2id$v=19$m=1024,t=1,p=1$" + SALT + "$" + KEY + "=",
                "$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAB$" + KEY,
                "$argon2id$v=19$m=1024,t=1,p=1$" + SALT + "$" + KEY + KEY + "A",
                "pbkdf2_sha256$1000$abcd$" + KEY + KEY + "AA",
                "$argon2id$v=19$m=1024,t=1,p=1$" + SALT + "$" + KEY + "\n",
                "$scrypt$ln=99,r=8,p=1$" + SALT + "$" + KEY,
                "$scrypt$ln=10,r=8,p=1$" + SALT + "$" + SHORT,
                "$scrypt$ln=10,r=8,p=1$AAAAAAAAA$" + KEY,
                "$ffffff$" + SALT + "==$" + KEY + "=",
                "$a0801$" + SALT + "==$" + KEY,
                "$a0801$" + SALT + "$" + KEY + "=",
                "$pbkdf2-sha256$99999999$" + SALT + "$" + KEY,
                "$pbkdf2-sha256$1000$" + SALT + "$AAAA+AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$pbkdf2-sha256$1000$AAAAAAAAA$" + KEY,
                "$pbkdf2-sha256$1000$" + SALT + "$" + SHORT,
                "pbkdf2_sha256$1000$abc$" + KEY + "=",
                "pbkdf2_sha256$1000$abcd$" + KEY,
                "pbkdf2_sha256$999$abcd$" + KEY + "="
            })
    void refuseWhatIsBeyondThemOrNotExactlyWhatWouldBeWritten(String stored) {
        assertThat(bench.hasher(Hash.BCRYPT).verify("password", stored)).isEqualTo(Match.NO);
        assertThat(bench.kdf.done()).isEmpty();
        assertThat(bench.bcrypt.work()).isEqualTo(1L << HashBench.BCRYPT_COST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=1024,t=1,p=1$" + SALT + "$" + KEY,
                "$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAA$" + SALT,
                "$scrypt$ln=10,r=8,p=1$" + SALT + "$" + KEY,
                "$a0801$" + SALT + "==$" + KEY + "=",
                "$pbkdf2-sha256$1000$" + SALT + "$" + KEY,
                "pbkdf2_sha256$1000$abcd$" + KEY + "="
            })
    void computeWhatIsWithinThem(String stored) {
        assertThat(bench.hasher(Hash.BCRYPT).verify("password", stored)).isEqualTo(Match.NO);
        assertThat(bench.kdf.done()).hasSize(1);
    }

    @Test
    void letAPolicyAskForTen() {
        PasswordHasher hasher = PasswordHasher.bcrypt(10, bench.keys);
        String stored = hasher.hash("password");
        assertThat(stored).startsWith("$2b$10$");
        assertThat(hasher.verify("password", stored)).isEqualTo(Match.YES);
        assertThat(PasswordHasher.bcrypt(16, bench.keys)).isNotNull();
    }
}
