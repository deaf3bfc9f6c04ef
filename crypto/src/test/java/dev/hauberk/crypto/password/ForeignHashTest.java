package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.PasswordPolicy.Hash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Stored forms that other libraries publish in their documents and tests; those of "newer" and "before" were computed by Python's hashlib.
 */
@Tag("AUTHN-2")
class ForeignHashTest {
    private final HashBench bench = new HashBench();
    private final PasswordHasher hasher = bench.hasher(Hash.BCRYPT);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "Spring's-bcrypt password {bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "Spring's-pbkdf2 password {pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
                "Spring's-scrypt password {scrypt}$e0801$8bWJaSu2IKSn9Z9kM+TPXfOc/9bdYSrN1oD9qfVThWEwdRTnO7re7Ei+fUZRJ68k9lTyuTeUp4of4g24hHnazw==$OAOec05+bXxvuu/1qZ6NUR+xQYvYv7BeL1QxwRpY5Pc=",
                "Spring's-scrypt-alone password $e0801$8bWJaSu2IKSn9Z9kM+TPXfOc/9bdYSrN1oD9qfVThWEwdRTnO7re7Ei+fUZRJ68k9lTyuTeUp4of4g24hHnazw==$OAOec05+bXxvuu/1qZ6NUR+xQYvYv7BeL1QxwRpY5Pc=",
                "Spring's-newer-pbkdf2 password {pbkdf2@SpringSecurity_v5_8}000102030405060708090a0b0c0d0e0fe0f65a4bf6716253d2d10a7a4b18f35cd4baf31ff031a187cd0091674905482d",
                "Spring's-newer-scrypt password {scrypt@SpringSecurity_v5_8}$100801$AAECAwQFBgcICQoLDA0ODw==$jWPkcxERY25E9gwism7ggXZkARLbUPyOZiOM5ZQx95s=",
                "Spring's-newer-Argon2 password {argon2@SpringSecurity_v5_8}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "Django's-of-before password pbkdf2_sha1$1000$abcdefghijkl$XChdm/uIr0bV7qBHa+RrlGKTDP8=",
                "passlib's-pbkdf2 password $pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ",
                "passlib's-pbkdf2-in-Greek Ιωαννης $pbkdf2-sha256$1212$3SABFJGDtyhrQMVt1uABPw$WyaUoqCLgvz97s523nF4iuOqZNbp5Nt8do/cuaa7AiI",
                "passlib's-pbkdf2-512 password $pbkdf2-sha512$1212$RHY0Fr3IDMSVO/RSZyb5ow$eNLfBK.eVozomMr.1gYa17k9B7KIK25NOEshvhrSX.esqY3s.FvWZViXz4KoLlQI.BzY/YTNJOiKc5gBYFYGww",
                "passlib's-scrypt password $scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "Django's lètmein pbkdf2_sha256$12000$seasalt$Ybw8zsFxqja97tY/o6G+Fy1ksY4U/Hw3DRrGED6Up4s=",
                "Argon2id password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "Spring's-Argon2id password {argon2}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "Argon2i password $argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
                "Argon2i-of-before password $argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ"
            })
    void knowsThePasswordAndAsksForANewHash(String whose, String password, String stored) {
        assertThat(hasher.verify(password, stored)).isEqualTo(Match.YES_BUT_REHASH);
        assertThat(hasher.verify(password + "x", stored)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "{noop}password",
                "noop}password",
                "{}password",
                "{plain}password",
                "{sha256}97cde38028ad898ebc02e690819fa220e88c62e0699403e94fff291cfffaf8410849f27605abcbc0",
                "{MD5}X03MO1qnZdYdgyfeuILPmQ==",
                "{bcrypt}password",
                "{argon2}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "{bcrypt}{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "{bcrypt}$hb1$k1$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "{BCRYPT}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "$2x$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
                "$1$etNnh7FA$OlM7eljE/B7F1J4XYNnk81",
                "$5$rounds=5000$usesomesillystri$KqJWpanXZHKq2BOB43TSaYhEWsQ1Lr5QNyPCDH/Tp.6",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "pbkdf2_md5$12000$seasalt$Ybw8zsFxqja97tY/o6G+Fy1ksY4U/Hw3DRrGED6Up4s=",
                "{pbkdf2}5D923B44A6D129F3DDF3E3C8D29412723DCBDE72445E8EF6BF3B508FBF17FA4ED4D6B99CA763D8DC",
                "{pbkdf2@SpringSecurity_v5_8}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
                "5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc"
            })
    void takesNothingElseForAHashAndDoesTheWorkOfOne(String stored) {
        assertThat(hasher.verify("password", stored)).isEqualTo(Match.NO);
        assertThat(bench.bcrypt.work()).isEqualTo(1L << HashBench.BCRYPT_COST);
        assertThat(bench.kdf.done()).isEmpty();
    }
}
