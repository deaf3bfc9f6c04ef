package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DATA-3")
class HkdfTest {
    /** RFC 5869, appendix A.1 to A.3. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,"
                        + "000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,42,"
                        + "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5,"
                        + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
                "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
                        + "303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f,"
                        + "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f"
                        + "909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf,"
                        + "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
                        + "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,82,"
                        + "06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244,"
                        + "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                        + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
                "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,-,-,42,"
                        + "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04,"
                        + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
            })
    void agreesWithTheVectorsOfItsRfc(
            String input, @Nullable String salt, @Nullable String info, int length, String prk, String okm) {
        byte[] pseudorandomKey = Hkdf.extract(hex(salt), hex(input));

        assertThat(pseudorandomKey).asHexString().isEqualToIgnoringCase(prk);
        assertThat(Hkdf.expand(pseudorandomKey, hex(info), length))
                .asHexString()
                .isEqualToIgnoringCase(okm);
    }

    @Test
    void refusesMoreThanItCanExpand() {
        assertThat(Hkdf.expand(new byte[32], new byte[0], 255 * 32)).hasSize(255 * 32);
        assertThatThrownBy(() -> Hkdf.expand(new byte[32], new byte[0], 255 * 32 + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void derivesAKeyOfItsOwnForEachPurpose() {
        Secret root = Secret.of(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        Set<String> keys = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            keys.add(text(Hkdf.derive(root, purpose)));
        }

        assertThat(keys).hasSize(Purpose.values().length).doesNotContain(text(root));
    }

    @Test
    void derivesTheSameKeysInEveryVersion() {
        Secret root = Secret.of(new byte[32]);
        // HKDF-SHA-256 of 32 zeros, no salt, and the purpose's label, as Python's hmac has it.
        assertThat(text(Hkdf.derive(root, Purpose.ACCESS_TOKENS)))
                .isEqualTo("f9fccb2735ead48db5ea2e3122b84123288ca858f35d1fc97128ac56d8b105f6");
        assertThat(text(Hkdf.derive(root, Purpose.STORED_TOKENS)))
                .isEqualTo("1cea0e565e42ea1652f9e75b8f32f6b24c434819d26c9574a2db2efddfa8dcce");
        assertThat(text(Hkdf.derive(root, Purpose.CSRF)))
                .isEqualTo("1c3812fcad92f9d72e790526f51c8e534d1a1ccb92125e0c825dd5b3789649ac");
        assertThat(text(Hkdf.derive(root, Purpose.PASSWORDS)))
                .isEqualTo("86b04276f6d6eddfacaf1515d7fdf06afa4c0039ed40d72833e690d21c36f8f8");
        assertThat(text(Hkdf.derive(root, Purpose.PSEUDONYMS)))
                .isEqualTo("4277cad854a4c0928a81b0e3220f976a642dbdbaad5acfbd29fa7ef5800c1fde");
        assertThat(text(Hkdf.derive(root, Purpose.FIELDS)))
                .isEqualTo("8c1c4c57863c95d7aec28d1f6fc8ef551b4cf3fe6cdacc2ee27d999920c6bc43");
        assertThat(text(Hkdf.derive(root, Purpose.BLIND_INDEXES)))
                .isEqualTo("c751c4723e5a75d7b170151325c36e68fafc9456e09d7121a330cd5e31df44dc");
        assertThat(text(Hkdf.derive(Hkdf.derive(root, Purpose.FIELDS), "users.email")))
                .isEqualTo("394fe9569cd070512dbf0563d973ce61ca4ed206cccb237bc44987aed33dfded");
    }

    private static String text(Secret secret) {
        return secret.use(HexFormat.of()::formatHex);
    }

    private static byte[] hex(@Nullable String hex) {
        return hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
