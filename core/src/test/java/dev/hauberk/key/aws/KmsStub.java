package dev.hauberk.key.aws;

import dev.hauberk.key.aws.AwsStub.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.kms.KmsClient;

/** KMS with two keys; what one wrapped under a context opens under the same alone. */
final class KmsStub implements AutoCloseable {
    static final String KEY = "alias/hauberk";
    static final String OTHER_KEY = "alias/other";
    private static final SecretKeySpec MASTER = new SecretKeySpec(new byte[32], "AES");

    final AwsStub wire = new AwsStub("kms", "TrentService.Decrypt", this::decrypt);
    final KmsClient client = wire.client(KmsClient.builder());

    /** An entry of {@code HAUBERK_KEYS}, wrapped for its id. */
    static String wrapped(String id, byte[] key) {
        return id + "=" + wrapped(KEY, id, key);
    }

    static String wrapped(String keyId, String id, byte[] key) {
        return Base64.getEncoder().encodeToString(cipher(Cipher.ENCRYPT_MODE, keyId, id, key));
    }

    private Answer decrypt(Map<String, JsonNode> request) {
        String keyId = request.get("KeyId").asString();
        Map<String, JsonNode> context = request.get("EncryptionContext").asObject();
        byte[] blob = Base64.getDecoder().decode(request.get("CiphertextBlob").asString());
        if (!keyId.equals(KEY) && !keyId.equals(OTHER_KEY)) {
            return Answer.error(400, "NotFoundException");
        }
        try {
            byte[] key = cipher(
                    Cipher.DECRYPT_MODE, keyId, context.get("hauberk-key").asString(), blob);
            return Answer.of(Map.of(
                    "KeyId",
                    keyId,
                    "Plaintext",
                    Base64.getEncoder().encodeToString(key),
                    "EncryptionAlgorithm",
                    "SYMMETRIC_DEFAULT"));
        } catch (IllegalStateException e) {
            return Answer.error(400, "InvalidCiphertextException");
        }
    }

    /** The IV is the same for all of it: this protects nothing. */
    private static byte[] cipher(int mode, String keyId, String id, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, MASTER, new GCMParameterSpec(128, new byte[12]));
            cipher.updateAAD((keyId + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        wire.close();
    }
}
