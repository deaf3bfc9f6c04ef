package dev.hauberk.crypto.password;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a bcrypt hash: {@code $2b$12$…}, or {@code $hb1$keyid$2b$12$…} where the password went through an HMAC first.
 * Spring Security writes {@code {bcrypt}} before it.
 *
 * @param foreign whether it is as another library writes it: with an older version or a prefix
 * @param keyId the key of that HMAC, or null for plain bcrypt
 * @param bcrypt the string of bcrypt, sixty characters
 */
record BcryptForm(boolean foreign, @Nullable String keyId, String bcrypt) {
    /**
     * The version of bcrypt that is written: {@code 2a} and {@code 2y} are older names for the same. {@code 2x} is a fault, and
     * {@code 2} another one: they are of no known kind here.
     */
    static final String VERSION = "2b";

    /** The least and the greatest cost that are computed; a damaged form of cost 31 would take a week. */
    static final int LEAST_COST = 4;

    static final int GREATEST_COST = 16;

    private static final String MARK = "$hb1$";
    private static final Pattern FORM = Pattern.compile(
            "(\\{bcrypt}|\\$hb1\\$([A-Za-z0-9-]{1,64}))?(\\$(2[aby])\\$([0-9]{2})\\$[./A-Za-z0-9]{53})");

    /** Reads a stored form; empty where it is damaged, of an unknown kind or of an absurd cost. */
    static Optional<BcryptForm> parse(String stored) {
        Matcher matcher = FORM.matcher(stored);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean prefixed = matcher.group(1) != null && matcher.group(2) == null;
        BcryptForm form =
                new BcryptForm(prefixed || !matcher.group(4).equals(VERSION), matcher.group(2), matcher.group(3));
        return form.cost() < LEAST_COST || form.cost() > GREATEST_COST ? Optional.empty() : Optional.of(form);
    }

    int cost() {
        return Integer.parseInt(bcrypt.substring(4, 6));
    }

    /** The form to store. */
    String text() {
        return keyId == null ? bcrypt : MARK + keyId + bcrypt;
    }

    @Override
    public String toString() {
        return "BcryptForm[hidden]";
    }
}
