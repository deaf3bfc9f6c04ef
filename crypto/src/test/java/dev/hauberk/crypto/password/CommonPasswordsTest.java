package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUTHN-1")
class CommonPasswordsTest {
    @Test
    void containThoseThatAnEstimateTakesForStrong() {
        assertThat(CommonPasswords.contain("xxPa33bq.aDNA")).isTrue();
        assertThat(CommonPasswords.contain("XXpA33BQ.Adna")).isTrue();
        assertThat(CommonPasswords.contain("xxPa33bq.aDNB")).isFalse();
    }

    @Test
    void areNoOthers() {
        Random random = new Random(7);
        long found = random.ints(100_000, 0, Integer.MAX_VALUE)
                .filter(number -> CommonPasswords.contain("Some-Prefix-" + number))
                .count();
        assertThat(found).as("of 100,000, where one in 30,000 is expected").isLessThan(20);
    }

    @Test
    void foldNoOtherLettersThanThoseOfAscii() {
        assertThat(CommonPasswords.hash("abcZ")).isEqualTo(CommonPasswords.hash("ABCz"));
        assertThat(CommonPasswords.hash("@[`{")).isNotEqualTo(CommonPasswords.hash("`{@["));
        assertThat(CommonPasswords.hash("Ä")).isNotEqualTo(CommonPasswords.hash("ä"));
        // SHA-256 of abc begins with ba7816bf.
        assertThat(CommonPasswords.hash("Abc")).isEqualTo(0xba7816bf);
    }

    @Test
    void areLookedForNoFurtherThanTheLongestOfThem() {
        assertThat(CommonPasswords.contain("x".repeat(1_000_000))).isFalse();
    }
}
