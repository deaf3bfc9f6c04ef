package dev.hauberk.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.management.ThreadMXBean;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.token.Check.Invalid;
import dev.hauberk.crypto.token.Check.Reason;
import dev.hauberk.crypto.token.Check.Valid;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AUTHN-6")
class AccessTokensTest {
    private static final FakeKeyRing KEYS = FakeKeyRing.of("k1");

    private final AccessTokens tokens = TokenFixture.tokens(KEYS);

    @Test
    void verifiesWhatItIssued() {
        AccessTokens.Issued issued = tokens.issue("user-1", "session-1");
        assertThat(tokens.verify(issued.token())).isEqualTo(new Valid(issued.claims()));
        assertThat(issued.claims())
                .isEqualTo(new AccessClaims(
                        "user-1", "session-1", issued.claims().id(), Forge.NOW, Forge.NOW.plusSeconds(900)));
    }

    @Test
    @Tag("SESS-6")
    void saysNothingButItsSevenClaims() throws Exception {
        String[] parts = tokens.issue("user-1", "session-1").token().split("\\.");
        assertThat(decode(parts[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}");
        Map<String, Object> claims = JSONObjectUtils.parse(decode(parts[1]));
        assertThat(claims.keySet()).containsExactlyInAnyOrder("iss", "aud", "sub", "sid", "jti", "iat", "exp");
        assertThat(claims)
                .containsEntry("iss", "hauberk")
                .containsEntry("aud", "workbench")
                .containsEntry("sub", "user-1")
                .containsEntry("sid", "session-1")
                .containsEntry("iat", Forge.IAT)
                .containsEntry("exp", Forge.EXP);
    }

    @Test
    void givesEveryTokenAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(tokens.issue("u", "s").claims().id());
        }
        assertThat(ids).hasSize(1000).allMatch(id -> id.length() == 22);
    }

    @Test
    void signsAndVerifiesIdsBeyondAscii() {
        AccessTokens.Issued issued = tokens.issue("ü<&>'\"\\/🐎İı", "s".repeat(256));
        assertThat(tokens.verify(issued.token())).isEqualTo(new Valid(issued.claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u\0", "u\n", "u\u2028", "u\u200b", "u\ud800", "u\u007f"})
    void refusesToIssueWhatItWouldNotTakeBack(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue(id, "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("u", id));
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.issue("u".repeat(257), "s"));
    }

    @ParameterizedTest(name = "leeway {0}s, {1}s after exp: {2}")
    @CsvSource({
        "0, -1, VALID",
        "0, 0, EXPIRED",
        "0, 1, EXPIRED",
        "30, 29, VALID",
        "30, 30, EXPIRED",
        "60, 59, VALID",
        "60, 60, EXPIRED"
    })
    void refusesATokenThatExpiredNow(long leeway, long after, String said) {
        String token = Forge.token(Forge.HEADER, Forge.PAYLOAD);
        AccessTokens then =
                TokenFixture.tokens(KEYS, Instant.ofEpochSecond(Forge.EXP + after), Duration.ofSeconds(leeway));
        assertThat(said(then.verify(token))).isEqualTo(said);
    }

    @Test
    void isValidUntilTheLastNanosecond() {
        String token = Forge.token(Forge.HEADER, Forge.PAYLOAD);
        Instant end = Instant.ofEpochSecond(Forge.EXP);
        assertThat(TokenFixture.tokens(KEYS, end.minusNanos(1), Duration.ZERO).verify(token))
                .isInstanceOf(Valid.class);
        assertThat(TokenFixture.tokens(KEYS, end, Duration.ZERO).verify(token)).isEqualTo(new Invalid(Reason.EXPIRED));
    }

    @ParameterizedTest(name = "leeway {0}s, clock {1}s behind: {2}")
    @CsvSource({"0, 0, VALID", "0, 1, CLAIMS", "30, 30, VALID", "30, 31, CLAIMS", "60, 600, CLAIMS"})
    void refusesATokenOfTheFuture(long leeway, long behind, String said) {
        String token = Forge.token(Forge.HEADER, Forge.PAYLOAD);
        AccessTokens then = TokenFixture.tokens(KEYS, Forge.NOW.minusSeconds(behind), Duration.ofSeconds(leeway));
        assertThat(said(then.verify(token))).isEqualTo(said);
    }

    @Test
    void issuesAtTheSecondThatIsNow() {
        AccessTokens late = TokenFixture.tokens(KEYS, Forge.NOW.plusNanos(999_999_999), Duration.ZERO);
        AccessTokens.Issued issued = late.issue("u", "s");
        assertThat(issued.claims().issuedAt()).isEqualTo(Forge.NOW);
        assertThat(late.verify(issued.token())).isInstanceOf(Valid.class);
    }

    @Test
    void takesAnOlderKeyWhileItIsInTheRingAndNoLonger() {
        String old = tokens.issue("u", "s").token();
        assertThat(TokenFixture.tokens(FakeKeyRing.of("k2", "k1")).verify(old)).isInstanceOf(Valid.class);
        assertThat(TokenFixture.tokens(FakeKeyRing.of("k2")).verify(old)).isEqualTo(new Invalid(Reason.KEY));
        String fresh =
                TokenFixture.tokens(FakeKeyRing.of("k2", "k1")).issue("u", "s").token();
        assertThat(decode(fresh.split("\\.")[0])).contains("\"k2\"");
    }

    @Test
    void doesNotTakeTheTokenOfAnotherIssuerOrAudience() {
        String token = tokens.issue("u", "s").token();
        Duration leeway = Duration.ZERO;
        InstantSource clock = InstantSource.fixed(Forge.NOW);
        AccessTokens mail =
                AccessTokens.hs256(KEYS, TokenFixture.policy("hauberk", "mail", TokenFixture.ACCESS, leeway), clock);
        AccessTokens other =
                AccessTokens.hs256(KEYS, TokenFixture.policy("other", "workbench", TokenFixture.ACCESS, leeway), clock);
        assertThat(mail.verify(token)).isEqualTo(new Invalid(Reason.CLAIMS));
        assertThat(other.verify(token)).isEqualTo(new Invalid(Reason.CLAIMS));
    }

    @Test
    void livesAsLongAsThePolicySays() {
        InstantSource clock = InstantSource.fixed(Forge.NOW);
        for (Duration access : new Duration[] {Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofDays(1)}) {
            AccessTokens some = AccessTokens.hs256(KEYS, TokenFixture.policy("i", "a", access, Duration.ZERO), clock);
            assertThat(some.issue("u", "s").claims().expiresAt()).isEqualTo(Forge.NOW.plus(access));
        }
    }

    @Test
    void showsNoTokenAsText() {
        AccessTokens.Issued issued = tokens.issue("u", "s");
        assertThat(issued.toString()).contains("token=hidden").doesNotContain(issued.token());
    }

    @Test
    void refusesWhatIsHugeForNextToNothing() {
        String huge = Forge.token(Forge.HEADER, "[".repeat(8 * 1024 * 1024));
        String deep = Forge.token(Forge.HEADER, "[".repeat(5800));
        tokens.verify(deep);
        assertThat(allocated(() -> tokens.verify(huge))).isLessThan(4 * 1024);
        assertThat(allocated(() -> tokens.verify(deep))).isLessThan(1024 * 1024);
    }

    @Test
    void saysTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(tokens.verify(Forge.token(Forge.HEADER, Forge.PAYLOAD))).isInstanceOf(Valid.class);
            assertThat(tokens.verify(Forge.header("HS256", "hs256"))).isEqualTo(new Invalid(Reason.ALGORITHM));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String said(Check check) {
        return check instanceof Invalid invalid ? invalid.reason().name() : "VALID";
    }
}
