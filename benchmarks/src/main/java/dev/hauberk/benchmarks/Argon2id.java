package dev.hauberk.benchmarks;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The right password against a hash by Argon2id of 19 MiB, two iterations and one lane. */
@State(Scope.Benchmark)
public class Argon2id {
    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final int MEMORY = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int KEY = 32;

    private final PasswordHasher hasher = PasswordHasher.of(
            SecurityPolicy.of(Map.of("passwords", Map.of("hash", "argon2id"))).passwords(),
            KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"))));
    private final String stored = hasher.hash(PASSWORD);
    private final Argon2Function password4j =
            Argon2Function.getInstance(MEMORY, ITERATIONS, LANES, KEY, Argon2.ID, Argon2Parameters.ARGON2_VERSION_13);

    @Benchmark
    public boolean hauberk() {
        return hasher.verify(PASSWORD, stored) == Match.YES;
    }

    @Benchmark
    public boolean bouncyCastle() {
        String[] parts = stored.split("\\$");
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY)
                .withIterations(ITERATIONS)
                .withParallelism(LANES)
                .withSalt(Base64.getDecoder().decode(parts[4]))
                .build());
        byte[] key = new byte[KEY];
        generator.generateBytes(PASSWORD.getBytes(StandardCharsets.UTF_8), key);
        return MessageDigest.isEqual(key, Base64.getDecoder().decode(parts[5]));
    }

    @Benchmark
    public boolean password4j() {
        return password4j.check(PASSWORD, stored);
    }
}
