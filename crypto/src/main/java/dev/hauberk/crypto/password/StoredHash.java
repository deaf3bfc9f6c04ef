package dev.hauberk.crypto.password;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a password. Part of compatibility: what was written once is read for ever.
 *
 * <p>Plain bcrypt is {@code $2b$12$…}; one whose password went through an HMAC first is {@code $hb1$keyid$2b$12$…}.
 *
 * @param keyId the key of that HMAC, or null for plain bcrypt
 * @param bcrypt the string of bcrypt, sixty characters
 */
record StoredHash(@Nullable String keyId, String bcrypt) {
    /** The version of bcrypt that is written: {@code 2a} and {@code 2y} are older names for the same. */
    static final String VERSION = "2b";

    /** The least and the greatest cost that are computed; a damaged form of cost 31 would take a week. */
    static final int LEAST_COST = 4;

    static final int GREATEST_COST = 16;

    private static final String MARK = "$hb1$";
    private static final Pattern FORM =
            Pattern.compile("(?:\\$hb1\\$([A-Za-z0-9-]{1,64}))?(\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53})");

    /** Reads a stored form; empty where it is damaged, of an unknown kind or of an absurd cost. */
    static Optional<StoredHash> parse(String stored) {
        Matcher matcher = FORM.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        StoredHash hash = new StoredHash(matcher.group(1), matcher.group(2));
        return hash.cost() < LEAST_COST || hash.cost() > GREATEST_COST ? Optional.empty() : Optional.of(hash);
    }

    int cost() {
        return Integer.parseInt(bcrypt.substring(4, 6));
    }

    String version() {
        return bcrypt.substring(1, 3);
    }

    /** The form to store. */
    String text() {
        return keyId == null ? bcrypt : MARK + keyId + bcrypt;
    }

    @Override
    public String toString() {
        return "StoredHash[hidden]";
    }
}
