package dev.hauberk.testkit.attack.authn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.target.TokenKey;
import dev.hauberk.testkit.wire.Jwt;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUTHN-6")
class ForgeriesTest {
    private static final TokenKey KEY = new TokenKey("k", Bytes.of("0123456789abcdef0123456789abcdef"));
    private static final Jwt REAL = Jwt.signed(
            "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k\"}",
            "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"s\",\"sid\":\"d\",\"jti\":\"j\",\"iat\":1,\"exp\":2}",
            "HmacSHA256",
            KEY.secret().toArray());

    @Test
    void forgesManyTokensAndNeverTheRealOne() {
        List<Forgery> forged = Forgeries.of(REAL);
        assertThat(forged).hasSizeGreaterThan(80);
        assertThat(forged).extracting(Forgery::name).doesNotHaveDuplicates();
        assertThat(forged).extracting(Forgery::token).doesNotContain(REAL.text());
    }

    @Test
    void forgesSignaturesThatDoNotHold() {
        assertThat(Forgeries.of(REAL)).allSatisfy(forgery -> {
            Jwt jwt = Jwt.parse(forgery.token());
            Jwt honest = Jwt.signed(
                    jwt.headerJson().toString(),
                    jwt.claims().toString(),
                    "HmacSHA256",
                    KEY.secret().toArray());
            assertThat(honest.text()).isNotEqualTo(forgery.token());
        });
    }

    @Test
    void forgesWithTheKeyAndOtherClaims() {
        List<Forgery> forged = SignedForgeries.of(REAL, KEY);
        assertThat(forged).hasSizeGreaterThan(35);
        assertThat(forged).extracting(Forgery::name).doesNotHaveDuplicates();
        assertThat(forged).extracting(Forgery::token).doesNotContain(REAL.text());
    }

    @Test
    void writesTheSameSignatureInOtherLetters() {
        String other = Forgeries.of(REAL).stream()
                .filter(forgery -> forgery.name().equals("a non-canonical signature"))
                .map(forgery -> Jwt.parse(forgery.token()).signature())
                .findFirst()
                .orElseThrow();
        assertThat(other).isNotEqualTo(REAL.signature());
        assertThat(java.util.Base64.getUrlDecoder().decode(other))
                .isEqualTo(java.util.Base64.getUrlDecoder().decode(REAL.signature()));
    }
}
