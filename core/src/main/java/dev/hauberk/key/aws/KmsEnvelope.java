package dev.hauberk.key.aws;

import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;

/**
 * Root keys that a key of AWS KMS wraps: each entry of {@code HAUBERK_KEYS} is {@code id=ciphertext}, the ciphertext in Base64 as the
 * command line of AWS prints it, wrapped under the encryption context {@code hauberk-key=id}. What stands in the environment or in a file is
 * then of no use without the right to call {@code kms:Decrypt} with that key, and no entry opens under another's id.
 *
 * <p>This is how one is made, and nobody sees it: {@code aws kms generate-data-key-without-plaintext --key-id alias/hauberk
 * --number-of-bytes 32 --encryption-context hauberk-key=k1 --query CiphertextBlob --output text}. Thread-safe.
 */
public final class KmsEnvelope {
    private static final String KEYS = "HAUBERK_KEYS";
    private static final String CONTEXT = "hauberk-key";
    private static final Pattern ENTRY = Pattern.compile("\\s*([A-Za-z0-9-]{1,32})=([A-Za-z0-9+/]+={0,2})\\s*");

    private final KmsClient client;
    private final String keyId;
    private final Service service;

    private KmsEnvelope(KmsClient client, String keyId, InstantSource clock) {
        this.client = client;
        this.keyId = keyId;
        this.service = new Service("AWS KMS", clock);
    }

    /**
     * An envelope. Nothing is asked for yet.
     *
     * @param client whose retries, timeouts and credentials hold; the caller closes it
     * @param keyId the id, ARN or alias of the one key that wraps; what another key wrapped does not open
     */
    public static KmsEnvelope of(KmsClient client, String keyId, InstantSource clock) {
        return new KmsEnvelope(client, keyId, clock);
    }

    /**
     * A source whose keys are unwrapped each time that they are asked for; whatever else it holds passes as it is. Asking throws a {@link
     * PolicyException} with a problem for each key that does not open.
     */
    public SecretSource open(SecretSource wrapped) {
        return name -> name.equals(KEYS) ? wrapped.find(name).map(this::unwrapped) : wrapped.find(name);
    }

    private String unwrapped(String text) {
        List<String> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String[] parts = text.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            try {
                entries.add(entry(parts[i], "entry " + (i + 1)));
            } catch (PolicyException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
        return String.join(",", entries);
    }

    private String entry(String text, String at) {
        var entry = ENTRY.matcher(text);
        Optional<byte[]> wrapped = entry.matches() ? decoded(entry.group(2)) : Optional.empty();
        if (wrapped.isEmpty()) {
            throw service.refusal(
                    at, "id=ciphertext, in Base64", "something else, which is not shown", "Wrap the key by KMS.");
        }
        String id = entry.group(1);
        DecryptRequest request = DecryptRequest.builder()
                .keyId(keyId)
                .ciphertextBlob(SdkBytes.fromByteArray(wrapped.get()))
                .encryptionContext(Map.of(CONTEXT, id))
                .build();
        byte[] key = service.ask(id, () -> client.decrypt(request).plaintext().asByteArray());
        return id + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "KmsEnvelope[" + keyId + "]";
    }
}
