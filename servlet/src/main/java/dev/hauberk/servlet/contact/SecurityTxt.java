package dev.hauberk.servlet.contact;

import dev.hauberk.policy.ContactPolicy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The text of RFC 9116. */
final class SecurityTxt {
    private SecurityTxt() {}

    /**
     * The file of a section.
     *
     * @return the text with CRLF at the end of each line; empty where the section names no contact
     * @throws IllegalArgumentException where a contact has no date on which it expires, which the policy's loader refuses too
     */
    static Optional<String> of(ContactPolicy policy) {
        if (policy.security().isEmpty()) {
            return Optional.empty();
        }
        LocalDate expires = policy.expires()
                .orElseThrow(() -> new IllegalArgumentException("contacts.expires is asked where there is a contact"));
        StringBuilder text = new StringBuilder();
        policy.security().forEach(contact -> line(text, "Contact", contact));
        // Until the end of the day that the policy names.
        line(
                text,
                "Expires",
                expires.plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .minusSeconds(1)
                        .toInstant()
                        .toString());
        policy.policy().ifPresent(address -> line(text, "Policy", address));
        if (!policy.languages().isEmpty()) {
            line(text, "Preferred-Languages", String.join(", ", policy.languages()));
        }
        return Optional.of(text.toString());
    }

    private static void line(StringBuilder text, String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("contacts: a value holds a control character");
        }
        text.append(name).append(": ").append(value).append("\r\n");
    }
}
