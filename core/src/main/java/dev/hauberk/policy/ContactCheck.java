package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Checks what security.txt will say (RFC 9116). */
final class ContactCheck {
    private static final Pattern CONTACT =
            Pattern.compile("(?:mailto:[^@\\s]+@[^@\\s]+|https://[^\\s/]+\\S*|tel:\\+?[0-9-]+)");
    private static final Pattern POLICY = Pattern.compile("https://[^\\s/]+\\S*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");

    private final ContactPolicy contacts;
    private final Findings findings;

    ContactCheck(ContactPolicy contacts, Findings findings) {
        this.contacts = contacts;
        this.findings = findings;
    }

    void check() {
        form(
                contacts.security(),
                CONTACT,
                "security",
                "an address with mailto:, https: or tel:",
                "Write for example mailto:security@example.org.");
        form(
                contacts.policy().stream().toList(),
                POLICY,
                "policy",
                "an address with https:",
                "Write for example https://example.org/disclosure.");
        form(contacts.languages(), LANGUAGE, "languages", "a language tag", "Write for example en.");
        if (contacts.expires().isPresent()) {
            checkExpiry(contacts.expires().get());
        } else if (!contacts.security().isEmpty()) {
            wrong(
                    "until when it holds",
                    "",
                    "Write expires: " + findings.today().plusMonths(11) + ", and renew it before then.",
                    "expires");
        }
    }

    private void checkExpiry(LocalDate expires) {
        LocalDate latest = findings.today().plusYears(1);
        if (!expires.isAfter(findings.today()) || expires.isAfter(latest)) {
            wrong(
                    "a day after today and at most a year ahead",
                    expires.toString(),
                    "Look whether it still holds, and write a day up to " + latest + ".",
                    "expires");
        }
    }

    private void form(List<String> values, Pattern pattern, String key, String asked, String remedy) {
        values.stream()
                .filter(value -> !pattern.matcher(value).matches())
                .forEach(value -> wrong(asked, value, remedy, key));
    }

    private void wrong(String asked, String set, String remedy, String key) {
        findings.wrong(Control.INC_4, asked, set, remedy, List.of("contacts", key));
    }
}
