package dev.hauberk.key.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hauberk.Events;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.ReloadingKeyRing;
import dev.hauberk.key.Secret;
import dev.hauberk.key.SecretSource;
import dev.hauberk.key.SomeKeys;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** What docs/keys.md shows. */
@Tag("DATA-3")
class KeysExampleTest {
    private final SecurityPolicy policy =
            SecurityPolicy.parse("keys: {k2: {}, k1: {state: decrypt-only}}", "hauberk.yml");
    private final Events events = new Events();
    private final InstantSource clock = new SteppingClock();

    @TempDir
    Path folder;

    @Test
    void readsAFileAgain() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: no POSIX permissions here");
        Path path = folder.resolve("secrets.env");
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, "HAUBERK_KEYS=" + SomeKeys.text("k1", 1) + "," + SomeKeys.text("k2", 2) + "\n");

        Supplier<KeyRing> source = () -> KeyRing.of(SecretSource.file(path), policy.keys());
        ReloadingKeyRing keys = ReloadingKeyRing.of(source, events, InstantSource.system());
        ReloadingKeyRing.Repeating reading = keys.reloadEvery(Duration.ofMinutes(1));

        assertThat(keys).hasToString("KeyRing[k2, k1]");
        reading.close();
    }

    @Test
    void takesWrappedKeysFromAws() {
        try (SecretsManagerStub managerStub = new SecretsManagerStub();
                KmsStub kmsStub = new KmsStub()) {
            SecretsManagerClient manager = managerStub.client;
            KmsClient kms = kmsStub.client;
            String wrapped = KmsStub.wrapped("k1", SomeKeys.bytes(1)) + "," + KmsStub.wrapped("k2", SomeKeys.bytes(2));
            managerStub.put("v1", 1, "{\"HAUBERK_KEYS\": \"" + wrapped + "\"}");

            SecretsManagerSecrets secrets = SecretsManagerSecrets.of(manager, "prod/hauberk", clock);
            KmsEnvelope envelope = KmsEnvelope.of(kms, "alias/hauberk", clock);
            ReloadingKeyRing keys =
                    ReloadingKeyRing.of(() -> KeyRing.of(envelope.open(secrets.read()), policy.keys()), events, clock);

            Secret column = keys.primary(Purpose.FIELDS).derive("10:acme/codes5:users5:email");
            assertThat(column.length()).isEqualTo(32);
        }
    }
}
