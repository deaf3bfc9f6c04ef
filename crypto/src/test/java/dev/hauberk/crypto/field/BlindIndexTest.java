package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class BlindIndexTest {
    private static final Tenant ACME = new Tenant("acme");

    private final FakeKeyRing ring = FakeKeyRing.of("k2", "k1");
    private final BlindIndex index = BlindIndex.of(ring, "users", "email", Normaliser.text());

    @Test
    void isTheSameForTheSameValueOnAnyNode() {
        assertThat(index.of("ada@x.com", ACME))
                .isEqualTo(index.of("ada@x.com", ACME))
                .isEqualTo(BlindIndex.of(FakeKeyRing.of("k2"), "users", "email", Normaliser.text())
                        .of("ADA@x.com", ACME));
    }

    @Test
    void isAnotherForEveryOtherValueAndPlace() {
        Set<String> all = new HashSet<>();
        int made = 0;
        for (String value : List.of("", "a", "ada@x.com", "ada@x.comm", "4:acme", "\uD800", "?")) {
            for (String tenant : List.of("acme", "acm", "acmea")) {
                for (String table : List.of("users", "user")) {
                    for (String column : List.of("email", "semail")) {
                        all.add(BlindIndex.of(ring, table, column, Normaliser.exact())
                                .of(value, new Tenant(tenant)));
                        made++;
                    }
                }
            }
        }
        assertThat(all).hasSize(made);
    }

    @Test
    void isWhatTheDocumentsSay() throws Exception {
        Secret key = ring.primary(Purpose.BLIND_INDEXES).derive("19:hauberk/blind-index5:users5:email");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.use(bytes -> bytes), "HmacSHA256"));
        byte[] tag = mac.doFinal("4:acmeada@x.com".getBytes(StandardCharsets.UTF_8));

        assertThat(index.of("ada@x.com", ACME))
                .isEqualTo("k2." + Base64.getUrlEncoder().withoutPadding().encodeToString(tag));
        assertThat(BlindIndex.truncated(ring, "users", "email", Normaliser.text(), 8)
                        .of("ada@x.com", ACME))
                .isEqualTo("k2." + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {tag[0]}));
    }

    @Test
    void isNotMadeWithAKeyThatEncrypts() {
        BlindIndex ofFields = BlindIndex.of(new RingOf(Purpose.FIELDS, ring), "users", "email", Normaliser.text());

        assertThat(ofFields.of("ada", ACME)).isNotEqualTo(index.of("ada", ACME));
    }

    @Test
    void looksUpUnderEveryKeyWhileOneReplacesAnother() {
        String before = BlindIndex.of(FakeKeyRing.of("k1"), "users", "email", Normaliser.text())
                .of("ada", ACME);
        String now = index.of("Ada", ACME);

        assertThat(index.lookups("ADA", ACME)).containsExactly(now, before);
        assertThat(now).startsWith("k2.");
        assertThat(index.isStale(now)).isFalse();
        assertThat(index.isStale(before)).isTrue();
        assertThat(index.isStale("k22." + now.substring(3))).isTrue();
    }

    @Test
    void hasNothingForNull() {
        assertThat(index.of(null, ACME)).isNull();
        assertThat(index.lookups(null, ACME)).isEmpty();
    }

    @Test
    void isCutToItsBits() {
        for (int bits : new int[] {8, 9, 12, 15, 16, 17, 31, 255, 256}) {
            BlindIndex cut = BlindIndex.truncated(ring, "users", "email", Normaliser.exact(), bits);
            byte[] whole = hash(
                    BlindIndex.of(ring, "users", "email", Normaliser.exact()).of("ada", ACME));
            byte[] left = hash(cut.of("ada", ACME));

            assertThat(left).hasSize((bits + 7) / 8);
            for (int bit = 0; bit < left.length * 8; bit++) {
                assertThat(bit(left, bit)).as("bit %d of %d", bit, bits).isEqualTo(bit < bits && bit(whole, bit));
            }
        }
    }

    @Test
    void isSharedByManyValuesWhereItIsShort() {
        BlindIndex cut = BlindIndex.truncated(ring, "users", "email", Normaliser.exact(), 8);
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            all.add(cut.of("user" + i, ACME));
        }
        assertThat(all).hasSize(256);
    }

    @Test
    void refusesTooFewBitsAndMoreThanThereAre() {
        for (int bits : new int[] {-1, 0, 7, 257}) {
            assertThatThrownBy(() -> BlindIndex.truncated(ring, "users", "email", Normaliser.exact(), bits))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesNamesThatCouldBeReadInTwoWays() {
        assertThatThrownBy(() -> BlindIndex.of(ring, "", "email", Normaliser.exact()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BlindIndex.of(ring, "users", "\uD800", Normaliser.exact()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.of("ada", new Tenant("\uD800"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] hash(String stored) {
        return Base64.getUrlDecoder().decode(stored.substring("k2.".length()));
    }

    private static boolean bit(byte[] bytes, int bit) {
        return (bytes[bit / 8] >> 7 - bit % 8 & 1) == 1;
    }
}
