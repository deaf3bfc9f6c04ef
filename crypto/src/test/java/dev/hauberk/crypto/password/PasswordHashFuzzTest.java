package dev.hauberk.crypto.password;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hauberk.crypto.FakeKeyRing;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Whatever is stored, it is read or not, within its bounds, and never an exception. */
@Tag("AUTHN-2")
class PasswordHashFuzzTest {
    private static final List<String> FORMS = List.of(
            "$2b$12$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
            "$hb1$k1$2b$12$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkgY8jIucDrjc8deX1s.",
            "{bcrypt}$2a$10$dXJ3SW6G7P50lGmMkkmwe.20cQQubK3.HZWzG3YB1tlRy.fqvM/BG",
            "{argon2}$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
            "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
            "{scrypt}$e0801$AAECAwQFBgcICQoLDA0ODw==$jWPkcxERY25E9gwism7ggXZkARLbUPyOZiOM5ZQx95s=",
            "$pbkdf2-sha256$1212$4vjV83LKPjQzk31VI4E0Vw$hsYF68OiOUPdDZ1Fg.fJPeq1h/gXXY7acBp9/6c.tmQ",
            "{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
            "pbkdf2_sha256$12000$seasalt$Ybw8zsFxqja97tY/o6G+Fy1ksY4U/Hw3DRrGED6Up4s=");

    /** Ten seconds of a core, and what is the most of memory. */
    private static final Work MOST = new Work(10_000_000_000L, 256);

    /** What is read is not computed: its bounds are looked at instead. */
    private static final KeyMaker MAKER =
            new KeyMaker((cost, password, salt, length) -> new byte[length], new SecureRandom());

    private static final List<Scheme> SCHEMES = List.of(
            new BcryptScheme(4, FakeKeyRing.of("k1"), new NoBcrypt()),
            new Argon2Scheme(HashBench.ARGON2, MAKER),
            new ScryptScheme(HashBench.SCRYPT, MAKER),
            new Pbkdf2Scheme(HashBench.PBKDF2, MAKER));

    private static final PasswordHasher HASHER =
            new SchemePasswordHasher(SCHEMES.get(0), SCHEMES, PasswordHasher.MAX_BYTES, HashBench.gate());

    @FuzzTest
    @Tag("jazzer")
    void isReadWithinItsBoundsOrNotAtAll(FuzzedDataProvider data) {
        String password = data.consumeString(100);
        String stored = data.consumeBoolean() ? data.consumeRemainingAsString() : changed(data);
        for (Scheme scheme : SCHEMES) {
            scheme.read(stored).map(hash -> hash.work(new byte[8])).ifPresent(work -> {
                if (work.nanos() > MOST.nanos() || work.nanos() < 0 || work.mebibytes() > MOST.mebibytes()) {
                    throw new AssertionError("costs too much: " + stored);
                }
            });
        }
        if (SCHEMES.stream().filter(scheme -> scheme.read(stored).isPresent()).count() > 1) {
            throw new AssertionError("read in two ways: " + stored);
        }
        Match unused = HASHER.verify(password, stored);
    }

    private static String changed(FuzzedDataProvider data) {
        StringBuilder form = new StringBuilder(data.pickValue(FORMS.toArray(String[]::new)));
        for (int left = data.consumeInt(0, 6); left > 0 && !form.isEmpty(); left--) {
            int at = data.consumeInt(0, form.length() - 1);
            switch (data.consumeInt(0, 2)) {
                case 0 -> form.setCharAt(at, data.consumeChar());
                case 1 -> form.insert(at, data.consumeString(12));
                default -> form.deleteCharAt(at);
            }
        }
        return form.toString();
    }

    /** Computes nothing. */
    private static final class NoBcrypt implements Bcrypt {
        @Override
        public String generate(byte[] input, int cost) {
            return FORMS.get(0);
        }

        @Override
        public boolean matches(String bcrypt, byte[] input) {
            return false;
        }
    }
}
