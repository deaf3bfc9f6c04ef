package dev.hauberk.crypto.password;

import dev.hauberk.policy.Pbkdf2Policy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 with HMAC-SHA-256 in passlib's form; with HMAC-SHA-512, and in the forms of Django and Spring Security, it is read and
 * replaced.
 */
final class Pbkdf2Scheme implements Scheme {
    private static final String COUNT = "([1-9][0-9]{0,7})";
    private static final Pattern FORM =
            Pattern.compile("\\$pbkdf2-(sha256|sha512)\\$" + COUNT + "\\$" + HashText.DOTTED + "\\$" + HashText.DOTTED);
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_(sha1|sha256)\\$" + COUNT + "\\$([!#%-~]{4,64})\\$" + HashText.PADDED);

    /** Spring Security's has no parameters: they are those of its two versions. */
    private static final Pattern SPRING =
            Pattern.compile("\\{pbkdf2(?:}([0-9a-f]{80})|@SpringSecurity_v5_8}([0-9a-f]{96}))");

    private static final Pbkdf2Cost SPRING_5_5 = new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA1, 185_000);
    private static final Pbkdf2Cost SPRING_5_8 = new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, 310_000);

    private final KeyMaker maker;
    private final Pbkdf2Cost cost;

    Pbkdf2Scheme(Pbkdf2Cost cost, KeyMaker maker) {
        this.cost = cost;
        this.maker = maker;
    }

    static Pbkdf2Scheme of(Pbkdf2Policy policy, KeyMaker maker) {
        return new Pbkdf2Scheme(new Pbkdf2Cost(Pbkdf2Cost.Hash.SHA256, policy.iterations()), maker);
    }

    @Override
    public String hash(byte[] password) {
        DerivedHash hash = maker.make(cost, password);
        return "$pbkdf2-sha256$" + cost.iterations() + "$" + HashText.dotted(hash.salt()) + "$"
                + HashText.dotted(hash.key());
    }

    @Override
    public Work work() {
        return cost.work(KeyMaker.KEY_BYTES);
    }

    @Override
    public Optional<StoredHash> read(String stored) {
        return readOwn(FORM.matcher(stored))
                .or(() -> readDjango(DJANGO.matcher(stored)))
                .or(() -> readSpring(SPRING.matcher(stored)));
    }

    private Optional<StoredHash> readOwn(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        return cost(form)
                .flatMap(found -> HashText.dotted(form.group(3), HashText.LEAST_SALT)
                        .flatMap(salt -> HashText.dotted(form.group(4), HashText.LEAST_KEY)
                                .map(key -> maker.read(found, salt, key, isNoLess(found)))));
    }

    /** Its salt is text. */
    private Optional<StoredHash> readDjango(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        byte[] salt = form.group(3).getBytes(StandardCharsets.US_ASCII);
        return cost(form)
                .flatMap(found -> HashText.padded(form.group(4), HashText.LEAST_KEY)
                        .map(key -> maker.read(found, salt, key, false)));
    }

    private Optional<StoredHash> readSpring(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                form.group(1) == null ? spring(SPRING_5_8, form.group(2)) : spring(SPRING_5_5, form.group(1)));
    }

    /** The salt, and then 32 bytes of key. */
    private StoredHash spring(Pbkdf2Cost found, String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        int salt = bytes.length - KeyMaker.KEY_BYTES;
        return maker.read(found, Arrays.copyOf(bytes, salt), Arrays.copyOfRange(bytes, salt, bytes.length), false);
    }

    /** As many iterations as are missing of the time. */
    @Override
    public void spend(long nanos) {
        long iterations = cost.iterations() * nanos / work().nanos();
        Pbkdf2Cost.of(cost.hash(), (int) iterations).ifPresent(maker::spend);
    }

    private boolean isNoLess(Pbkdf2Cost found) {
        return found.hash() == cost.hash() && found.iterations() >= cost.iterations();
    }

    private static Optional<Pbkdf2Cost> cost(Matcher form) {
        Pbkdf2Cost.Hash hash = switch (form.group(1)) {
            case "sha1" -> Pbkdf2Cost.Hash.SHA1;
            case "sha256" -> Pbkdf2Cost.Hash.SHA256;
            default -> Pbkdf2Cost.Hash.SHA512;
        };
        return Pbkdf2Cost.of(hash, Integer.parseInt(form.group(2)));
    }
}
