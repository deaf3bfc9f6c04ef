package dev.hauberk.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUTHN-6")
class JwtTest {
    @Test
    void signsAsTheWorldDoes() {
        Jwt jwt = Jwt.signed(
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iat\":1516239022}",
                "HmacSHA256",
                "your-256-bit-secret".getBytes(StandardCharsets.US_ASCII));
        assertThat(jwt.text())
                .isEqualTo("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"
                        + ".eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ"
                        + ".SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c");
    }

    @Test
    void readsItsPartsBack() {
        Jwt jwt = Jwt.parse(Jwt.encode("{\"alg\":\"none\"}") + "." + Jwt.encode("{\"sub\":\"x\"}") + ".s");
        assertThat(jwt.headerJson().path("alg").asString()).isEqualTo("none");
        assertThat(jwt.claims().path("sub").asString()).isEqualTo("x");
        assertThat(jwt.signature()).isEqualTo("s");
    }

    @Test
    void readsWhatIsNoTokenAsEmpty() {
        assertThat(Jwt.parse("opaque").claims().isEmpty()).isTrue();
        assertThat(Jwt.parse("!.!.!").headerJson().isEmpty()).isTrue();
        assertThat(Jwt.parse(Jwt.encode("[]") + "..").headerJson().isEmpty()).isTrue();
    }
}
