package dev.hauberk.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.hauberk.crypto.token.AccessTokens;
import dev.hauberk.crypto.token.Check;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An access token that is verified as if it were seen for the first time: signature, issuer, audience and time. */
@State(Scope.Benchmark)
public class JwtNew {
    private final KeyRing keys = KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")));
    private final AccessTokens tokens =
            AccessTokens.hs256(keys, SecurityPolicy.of(Map.of()).tokens(), InstantSource.system());
    private final String token = tokens.issue("01J9Z3N5Q8W7", "01J9Z3N5Q8W8").token();
    private final JWSVerifier verifier =
            keys.primary(Purpose.ACCESS_TOKENS).secret().use(JwtNew::verifier);

    @Benchmark
    public boolean hauberk() {
        return tokens.verify(token) instanceof Check.Valid;
    }

    /** What a careful user of Nimbus writes. */
    @Benchmark
    public boolean nimbus() throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(token);
        if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) || !jwt.verify(verifier)) {
            return false;
        }
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        return claims.getExpirationTime().toInstant().isAfter(Instant.now())
                && claims.getIssuer().equals("hauberk")
                && claims.getAudience().equals(List.of("hauberk"));
    }

    private static JWSVerifier verifier(byte[] key) {
        try {
            return new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of 32 bytes is enough", e);
        }
    }
}
