package dev.hauberk.crypto.password;

import dev.hauberk.policy.ScryptPolicy;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt, in the form of PHC that passlib writes; that of Spring Security, whose parameters are one hexadecimal number, is read and
 * replaced.
 */
final class ScryptScheme implements Scheme {
    private static final int HEXADECIMAL = 16;
    private static final int BYTE = 0xFF;
    private static final Pattern FORM =
            Pattern.compile("\\$scrypt\\$ln=([1-9][0-9]?),r=([1-9][0-9]?),p=([1-9][0-9]?)\\$" + HashText.PLAIN + "\\$"
                    + HashText.PLAIN);
    private static final Pattern SPRING =
            Pattern.compile("(?:\\{scrypt(?:@SpringSecurity_v5_8)?})?\\$([0-9a-f]{5,6})\\$" + HashText.PADDED + "\\$"
                    + HashText.PADDED);

    private final KeyMaker maker;
    private final ScryptCost cost;

    ScryptScheme(ScryptCost cost, KeyMaker maker) {
        this.cost = cost;
        this.maker = maker;
    }

    static ScryptScheme of(ScryptPolicy policy, KeyMaker maker) {
        return new ScryptScheme(new ScryptCost(policy.cost(), policy.blockSize(), policy.parallelism()), maker);
    }

    @Override
    public String hash(byte[] password) {
        DerivedHash hash = maker.make(cost, password);
        return "$scrypt$ln=" + cost.log() + ",r=" + cost.block() + ",p=" + cost.times() + "$"
                + HashText.plain(hash.salt()) + "$" + HashText.plain(hash.key());
    }

    @Override
    public Work work() {
        return cost.work(KeyMaker.KEY_BYTES);
    }

    @Override
    public Optional<StoredHash> read(String stored) {
        Matcher form = FORM.matcher(stored);
        if (form.matches()) {
            return ScryptCost.of(
                            Integer.parseInt(form.group(1)),
                            Integer.parseInt(form.group(2)),
                            Integer.parseInt(form.group(3)))
                    .flatMap(found -> HashText.plain(form.group(4), HashText.LEAST_SALT)
                            .flatMap(salt -> HashText.plain(form.group(5), HashText.LEAST_KEY)
                                    .map(key -> maker.read(found, salt, key, isNoLess(found)))));
        }
        return readSpring(SPRING.matcher(stored));
    }

    /** The number's last two bytes are r and p, and what stands before them is the logarithm of N. */
    private Optional<StoredHash> readSpring(Matcher form) {
        if (!form.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(form.group(1), HEXADECIMAL);
        return ScryptCost.of(number >> 16, number >> 8 & BYTE, number & BYTE)
                .flatMap(found -> HashText.padded(form.group(2), HashText.LEAST_SALT)
                        .flatMap(salt -> HashText.padded(form.group(3), HashText.LEAST_KEY)
                                .map(key -> maker.read(found, salt, key, false))));
    }

    /** The whole, where anything that counts is missing: N is a power of two. */
    @Override
    public void spend(long nanos) {
        if (nanos > 0) {
            maker.spend(cost);
        }
    }

    private boolean isNoLess(ScryptCost found) {
        return found.log() >= cost.log() && found.block() >= cost.block() && found.times() >= cost.times();
    }
}
