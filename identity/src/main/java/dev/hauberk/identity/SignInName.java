package dev.hauberk.identity;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An e-mail address by which somebody signs in, in the one form in which it is compared.
 *
 * <p>Compatibility forms (NFKC), case, surrounding space, characters that cannot be seen and the spelling of an
 * internationalised domain make no difference; {@code +tags} do, and so does every letter that only looks like another.
 * The form of a form is itself. The text is personal data, and {@code toString} does not show it. Immutable.
 */
public final class SignInName {
    private static final String LABEL = "hauberk/sign-in-name\0";

    private final String text;

    private SignInName(String text) {
        this.text = text;
    }

    /** The form of what somebody typed. Never throws: what is no address names nobody. */
    public static SignInName of(String typed) {
        return new SignInName(NameFolding.fold(typed));
    }

    /** The text: personal data, for look-ups and never for a log. */
    public String text() {
        return text;
    }

    /**
     * A keyed hash of it, by which attempts are counted and records are told apart without saying whose they are. Another
     * primary key makes another one.
     */
    public String pseudonym(KeyRing keys) {
        byte[] hash = keys.primary(Purpose.PSEUDONYMS).secret().use(key -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal((LABEL + text).getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every JDK has HmacSHA256", e);
            }
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInName that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "SignInName[hidden]";
    }
}
