package dev.hauberk.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** A token that was changed anywhere is not valid, and nothing that is sent makes verifying throw. */
@Tag("AUTHN-6")
class TokenMutationTest {
    private final AccessTokens tokens = TokenFixture.tokens(FakeKeyRing.of("k1"));
    private final String token = tokens.issue("user-1", "session-1").token();

    @Example
    void refusesEveryTokenWithOneBitFlipped() {
        for (int i = 0; i < token.length(); i++) {
            for (int bit = 0; bit < 16; bit++) {
                refuses(token.substring(0, i) + (char) (token.charAt(i) ^ 1 << bit) + token.substring(i + 1));
            }
        }
    }

    @Example
    void refusesEveryPartOfAToken() {
        for (int i = 0; i < token.length(); i++) {
            refuses(token.substring(0, i));
            refuses(token.substring(i + 1));
            refuses(token.substring(0, i) + token.substring(i + 1));
        }
    }

    @Property
    void refusesATokenWithSomethingPutIn(
            @ForAll @IntRange(max = 300) int at, @ForAll @StringLength(min = 1, max = 5) String what) {
        int place = Math.min(at, token.length());
        refuses(token.substring(0, place) + what + token.substring(place));
    }

    @Property
    void refusesWhateverElseIsSent(@ForAll String text, @ForAll String header, @ForAll String payload) {
        refuses(text);
        refuses(text + "." + header + "." + payload);
        refuses(Forge.raw(Forge.base64(header), Forge.base64(payload)));
    }

    @Property
    void refusesEveryOtherPayloadThatIsSigned(
            @ForAll @IntRange(max = 200) int at, @ForAll @StringLength(max = 3) String what) {
        int place = Math.min(at, Forge.PAYLOAD.length() - 1);
        String changed = Forge.PAYLOAD.substring(0, place) + what + Forge.PAYLOAD.substring(place + 1);
        Check check = tokens.verify(Forge.token(Forge.HEADER, changed));
        if (check instanceof Check.Valid valid) {
            // The change may have been to another id or time: then it is the whole of what was signed.
            assertThat(new TokenForm(TokenFixture.policy(
                                    "hauberk", "workbench", TokenFixture.ACCESS, java.time.Duration.ZERO))
                            .payload(valid.claims()))
                    .asString(java.nio.charset.StandardCharsets.UTF_8)
                    .isEqualTo(changed);
        }
    }

    private void refuses(String text) {
        assertThat(tokens.verify(text)).as(text).isInstanceOf(Check.Invalid.class);
    }
}
