package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFCs and the makers of an algorithm published of it. */
@Tag("AUTHN-2")
class CostVectorsTest {
    /** RFC 9106, section 5: these have a secret and associated data, which nothing that is stored has. */
    @ParameterizedTest
    @CsvSource({
        "0, 512b391b6f1162975371d30919734294f868e3be3984f3c1a13a4db9fabe4acb",
        "1, c814d9d1dc7f37aa13f0d77f2494bda1c8de6b016dd388d29952a4c4672b6ce8",
        "2, 0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"
    })
    void agreesWithTheRfcOfArgon2(int variant, String tag) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(variant)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(filled(32, 1), key);
        assertThat(HexFormat.of().formatHex(key)).isEqualTo(tag);
    }

    /** The tests of the reference implementation of Argon2. */
    @ParameterizedTest
    @CsvSource({
        "2, 19, 256, 2, 1, password, somesalt, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "2, 19, 256, 2, 2, password, somesalt, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "2, 19, 65536, 1, 1, password, somesalt, f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
        "2, 19, 65536, 2, 1, differentpassword, somesalt, 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
        "2, 19, 65536, 2, 1, password, diffsalt, bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
        "1, 19, 256, 2, 1, password, somesalt, 89e9029f4637b295beb027056a7336c414fadd43f6b208645281cb214a56452f",
        "1, 16, 256, 2, 1, password, somesalt, fd4dd83d762c49bdeaf57c47bdcd0c2f1babf863fdeb490df63ede9975fccf06"
    })
    void agreesWithTheReferenceOfArgon2(
            int variant, int version, int memory, int iterations, int lanes, String password, String salt, String key) {
        assertThat(hexadecimal(new Argon2Cost(variant, version, memory, iterations, lanes), password, salt, 32))
                .isEqualTo(key);
    }

    /** RFC 7914, section 12. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "4, 1, 1, \"\", \"\", 77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                        + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906",
                "10, 8, 16, password, NaCl, fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                        + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
                "14, 8, 1, pleaseletmein, SodiumChloride, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
            })
    void agreesWithTheRfcOfScrypt(int log, int block, int times, String password, String salt, String key) {
        assertThat(hexadecimal(new ScryptCost(log, block, times), password, salt, 64))
                .isEqualTo(key);
    }

    /** RFC 6070 for SHA-1, RFC 7914 section 11 for SHA-256. */
    @ParameterizedTest
    @CsvSource({
        "SHA1, 4096, password, salt, 4b007901b765489abead49d926f721d065a429c1",
        "SHA256, 1, passwd, salt, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        "SHA256, 80000, Password, NaCl, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d",
        "SHA512, 1, password, salt, 867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252"
                + "c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce"
    })
    void agreesWithTheRfcsOfPbkdf2(Pbkdf2Cost.Hash hash, int iterations, String password, String salt, String key) {
        assertThat(hexadecimal(new Pbkdf2Cost(hash, iterations), password, salt, key.length() / 2))
                .isEqualTo(key);
    }

    private static String hexadecimal(Cost cost, String password, String salt, int length) {
        return HexFormat.of()
                .formatHex(cost.derive(
                        password.getBytes(StandardCharsets.UTF_8), salt.getBytes(StandardCharsets.UTF_8), length));
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
