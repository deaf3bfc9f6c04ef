package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.Vectors;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Wycheproof's AES-GCM. What has the sizes of the format agrees, through the cipher that production has, with a source that draws the
 * vector of the case; every other size is refused.
 */
@Tag("DATA-2")
class AesGcmVectorsTest {
    private static final String FILE = "aes_gcm_test.json";

    private final FakeKeyRing ring = FakeKeyRing.of("k1");
    private final FieldCipher cipher = FieldCipher.of(ring);

    @Test
    void agreesWithEveryCaseOfTheSizesOfTheFormat() {
        int valid = 0;
        int invalid = 0;
        for (Map<String, Object> group : Vectors.groups(FILE)) {
            if (size(group, "keySize") == 256 && size(group, "ivSize") == 96 && size(group, "tagSize") == 128) {
                for (Map<String, Object> test : tests(group)) {
                    boolean isValid = test.get("result").equals("valid");
                    agrees(test, isValid);
                    valid += isValid ? 1 : 0;
                    invalid += isValid ? 0 : 1;
                }
            }
        }
        assertThat(valid).as("valid cases").isGreaterThan(20);
        assertThat(invalid).as("invalid cases").isGreaterThan(5);
    }

    @Test
    void refusesKeysOfOtherSizes() {
        int refused = 0;
        for (Map<String, Object> group : Vectors.groups(FILE)) {
            if (size(group, "keySize") != 256) {
                for (Map<String, Object> test : tests(group)) {
                    assertThatThrownBy(() -> gcm(test)).isInstanceOf(IllegalArgumentException.class);
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void opensNoEnvelopeOfAnotherSizeNorOneOfAnotherKey() {
        byte[] header = Envelope.header("k1", Places.derived(ring, "commitment"));
        int refused = 0;
        for (Map<String, Object> group : Vectors.groups(FILE)) {
            for (Map<String, Object> test : tests(group)) {
                byte[] envelope = Places.joined(header, bytes(test, "iv"), bytes(test, "ct"), bytes(test, "tag"));
                assertThatThrownBy(() -> cipher.decrypt(envelope, HERE)).isInstanceOf(CipherException.class);
                assertThatThrownBy(() -> cipher.decrypt(CanonicalBase64.encode(envelope), HERE))
                        .isInstanceOf(CipherException.class);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static void agrees(Map<String, Object> test, boolean isValid) {
        byte[] sealed = Places.joined(new byte[3], bytes(test, "iv"), bytes(test, "ct"), bytes(test, "tag"));
        byte[] message = bytes(test, "msg");
        byte[] associated = bytes(test, "aad");
        Gcm gcm = gcm(test);

        assertThat(gcm.open(sealed, 3, associated).isPresent()).as("%s", test).isEqualTo(isValid);
        if (isValid) {
            assertThat(gcm.open(sealed, 3, associated).orElseThrow()).isEqualTo(message);
            byte[] ours = new byte[sealed.length];
            gcm.seal(message, associated, ours, 3);
            assertThat(ours).as("%s", test).isEqualTo(sealed);
        }
    }

    private static Gcm gcm(Map<String, Object> test) {
        byte[] iv = bytes(test, "iv");
        SecretKey key = new SecretKeySpec(bytes(test, "key"), "AES");
        // The clock on the wall goes on, so that each vector is a draw of its own.
        AtomicLong millis = new AtomicLong();
        Entropy drawsIt = (into, count) -> System.arraycopy(iv, 0, into, 0, count);
        return new Gcm(key, new Ivs(new Ivs.Source(drawsIt, () -> 0, () -> millis.addAndGet(10), 0)));
    }

    private static long size(Map<String, Object> group, String name) {
        return (Long) group.get(name);
    }

    private static byte[] bytes(Map<String, Object> test, String name) {
        return HexFormat.of().parseHex(String.valueOf(test.get(name)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tests(Map<String, Object> group) {
        return (List<Map<String, Object>>) group.get("tests");
    }
}
