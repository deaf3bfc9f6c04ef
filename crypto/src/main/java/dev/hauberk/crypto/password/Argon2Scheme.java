package dev.hauberk.crypto.password;

import dev.hauberk.policy.Argon2idPolicy;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the form of PHC; Argon2i and Argon2d, and the older version, are read and replaced. Spring Security writes {@code
 * {argon2}} before it.
 */
final class Argon2Scheme implements Scheme {
    private static final int BYTES_PER_KIBIBYTE = 1024;
    private static final Pattern FORM = Pattern.compile("(\\{argon2(?:@SpringSecurity_v5_8)?})?\\$argon2(id|i|d)"
            + "(?:\\$v=(16|19))?\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,8}),p=([1-9][0-9]{0,8})\\$"
            + HashText.PLAIN + "\\$" + HashText.PLAIN);

    private final KeyMaker maker;
    private final Argon2Cost cost;

    Argon2Scheme(Argon2Cost cost, KeyMaker maker) {
        this.cost = cost;
        this.maker = maker;
    }

    static Argon2Scheme of(Argon2idPolicy policy, KeyMaker maker) {
        return new Argon2Scheme(
                new Argon2Cost(
                        Argon2Parameters.ARGON2_id,
                        Argon2Parameters.ARGON2_VERSION_13,
                        (int) (policy.memory().bytes() / BYTES_PER_KIBIBYTE),
                        policy.iterations(),
                        policy.parallelism()),
                maker);
    }

    @Override
    public String hash(byte[] password) {
        DerivedHash hash = maker.make(cost, password);
        return "$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + HashText.plain(hash.salt()) + "$" + HashText.plain(hash.key());
    }

    @Override
    public Work work() {
        return cost.work(KeyMaker.KEY_BYTES);
    }

    @Override
    public Optional<StoredHash> read(String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Argon2Cost.of(
                        variant(form.group(2)),
                        form.group(3) == null ? Argon2Parameters.ARGON2_VERSION_10 : Integer.parseInt(form.group(3)),
                        Integer.parseInt(form.group(4)),
                        Integer.parseInt(form.group(5)),
                        Integer.parseInt(form.group(6)))
                .flatMap(found -> HashText.plain(form.group(7), HashText.LEAST_SALT)
                        .flatMap(salt -> HashText.plain(form.group(8), HashText.LEAST_KEY)
                                .map(key -> maker.read(found, salt, key, form.group(1) == null && isNoLess(found)))));
    }

    /** As much of the memory as is missing of the time. */
    @Override
    public void spend(long nanos) {
        long kibibytes = cost.kibibytes() * nanos / work().nanos();
        Argon2Cost.of(cost.variant(), cost.version(), (int) kibibytes, cost.iterations(), cost.lanes())
                .ifPresent(maker::spend);
    }

    private boolean isNoLess(Argon2Cost found) {
        return found.variant() == cost.variant()
                && found.version() == cost.version()
                && found.kibibytes() >= cost.kibibytes()
                && found.iterations() >= cost.iterations();
    }

    private static int variant(String name) {
        return switch (name) {
            case "id" -> Argon2Parameters.ARGON2_id;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_d;
        };
    }
}
