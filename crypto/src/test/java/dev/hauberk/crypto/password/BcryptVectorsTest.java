package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strings that other implementations published: jBCrypt's tests, and Openwall's crypt_blowfish. */
@Tag("AUTHN-2")
class BcryptVectorsTest {
    private final HashBench bench = new HashBench();
    private final PasswordHasher hasher = bench.bcrypt(4, bench.keys);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"\", $2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
                "\"\", $2a$08$HqWuK6/Ng6sg9gQzbLrgb.Tl.ZHfXLhvt/SgVyWhQqgqcZ7ZuUtye",
                "a, $2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "a, $2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
                "abc, $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
                "abc, $2a$08$Ro0CUfOqk6cXEKf3dyaM7OhSCvnwM9s4wIX9JeLapehKK5YdLxKcm",
                "abcdefghijklmnopqrstuvwxyz, $2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC",
                "abcdefghijklmnopqrstuvwxyz, $2a$08$aTsUwsyowQuzRrDqFflhgekJ8d9/7Z3GV3UcgvzQW3J5zMyrTvlz.",
                "\"~!@#$%^&*()      ~!@#$%^&*()PNBFRD\", $2a$06$fPIsBO8qRqkjj273rfaOI.HtSV9jLDpTbZn782DC6/t7qT67P6FfO",
                "\"~!@#$%^&*()      ~!@#$%^&*()PNBFRD\", $2a$08$Eq2r4G/76Wv39MzSX262huzPz612MZiYHVUJe/OcOql2jo4.9UxTW",
                "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U*, $2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK",
                "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a"
            })
    void knowsThePublishedPasswords(String password, String stored) {
        assertThat(hasher.verify(password, stored)).isEqualTo(Match.YES_BUT_REHASH);
        assertThat(hasher.verify(password + "x", stored)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @CsvSource({"ππππππππ, $2a$10$.TtQJ4Jr6isd4Hp.mVfZeuh6Gws4rOQ/vdBczhDx.19NFK0Y84Dle"})
    void knowsAPublishedPasswordBeyondAscii(String password, String stored) {
        assertThat(hasher.verify(password, stored)).isEqualTo(Match.YES_BUT_REHASH);
        assertThat(hasher.verify("????????", stored)).isEqualTo(Match.NO);
    }
}
