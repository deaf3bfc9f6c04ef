package dev.hauberk.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every forgery that the table of attacks names, each signed with the right key unless the signature is what is forged. Whoever
 * extends this has a static method {@code forgeries}.
 */
@Tag("AUTHN-6")
abstract class JwtForgeries {
    static final String VALID = Forge.token(Forge.HEADER, Forge.PAYLOAD);

    private final AccessTokens tokens = TokenFixture.tokens(FakeKeyRing.of("k1", "k0"));

    @Test
    void takesTheTokenThatNothingIsForgedIn() {
        assertThat(tokens.verify(VALID)).isInstanceOf(Check.Valid.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refuses(String what, String forgery, Check.Reason reason) {
        assertThat(tokens.verify(forgery)).isEqualTo(new Check.Invalid(reason));
    }

    static Arguments forged(String what, String token, Check.Reason reason) {
        return Arguments.of(what, token, reason);
    }
}
