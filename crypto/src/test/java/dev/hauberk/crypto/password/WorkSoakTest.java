package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measures what the other tests count. */
@Tag("AUTHN-2")
@Tag("soak")
class WorkSoakTest {
    private static final int ROUNDS = 9;

    private final PasswordHasher hasher = PasswordHasher.bcrypt(12, FakeKeyRing.of("k1"));
    private final String stored = hasher.hash("Correct-Horse-7-Battery");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "Correct-Horse-7-Battery",
                "$2b$31$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$03$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$04$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2x$12$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "$2b$12$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s"
            })
    void takesLessThanTwiceTheTimeOfAWrongPasswordForADamagedForm(String damaged) {
        long normal = median("wrong", stored);
        assertThat(median("wrong", damaged)).isBetween(normal / 2, normal * 2);
    }

    private long median(String password, String hash) {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            assertThat(hasher.verify(password, hash)).isEqualTo(Match.NO);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2];
    }
}
