package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whom to tell of a weakness: what {@code /.well-known/security.txt} says (INC-4, RFC 9116).
 *
 * @param security {@code mailto:}, {@code https:} or {@code tel:} addresses, the preferred first; none means that there is no file
 * @param expires until when this holds; at most a year ahead, and there where a contact is
 * @param policy where the policy for disclosure is
 * @param languages the languages that may be used
 */
public record ContactPolicy(
        @Setting(says = "mailto:, https: or tel: addresses, the preferred first.", control = Control.INC_4)
        List<String> security,

        @Setting(says = "Until when this holds; at most a year ahead.", control = Control.INC_4)
        Optional<LocalDate> expires,

        @Setting(says = "Where the policy for disclosure is.", control = Control.INC_4)
        Optional<String> policy,

        @Setting(says = "The languages that may be used.", or = "en", control = Control.INC_4)
        List<String> languages) {

    public ContactPolicy {
        security = List.copyOf(security);
        languages = List.copyOf(languages);
    }
}
