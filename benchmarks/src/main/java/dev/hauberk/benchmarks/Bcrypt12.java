package dev.hauberk.benchmarks;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** The right password against a hash of cost 12. */
@State(Scope.Benchmark)
public class Bcrypt12 {
    private static final String PASSWORD = "Correct-Horse-7-Battery";

    private final PasswordHasher hasher =
            PasswordHasher.bcrypt(12, KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"))));
    private final String stored = hasher.hash(PASSWORD);

    @Benchmark
    public boolean hauberk() {
        return hasher.verify(PASSWORD, stored) == Match.YES;
    }

    @Benchmark
    public boolean bouncyCastle() {
        return OpenBSDBCrypt.checkPassword(stored, PASSWORD.getBytes(StandardCharsets.UTF_8));
    }

    @Benchmark
    public boolean password4j() {
        return BcryptFunction.getInstance(Bcrypt.B, 12).check(PASSWORD, stored);
    }

    @Benchmark
    public boolean spring() {
        return BCrypt.checkpw(PASSWORD, stored);
    }
}
