package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks the ids of the keys, and that each purpose has one that makes what is new. */
final class KeyCheck {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private final Map<String, KeyPolicy> keys;
    private final Findings findings;

    KeyCheck(Map<String, KeyPolicy> keys, Findings findings) {
        this.keys = keys;
        this.findings = findings;
    }

    void check() {
        for (String id : keys.keySet()) {
            if (!ID.matcher(id).matches()) {
                wrong(
                        "an id of 1 to 32 letters, digits and hyphens",
                        id,
                        "Write the id of HAUBERK_KEYS.",
                        List.of("keys", id));
            }
        }
        Set<KeyPolicy.Use> unserved = KeyPolicy.unserved(keys.values());
        if (!keys.isEmpty() && !unserved.isEmpty()) {
            String purposes = unserved.stream().map(Scalars::word).collect(Collectors.joining(", "));
            wrong("an active key for " + purposes, "none", "Write state: active for one.", List.of("keys"));
        }
    }

    private void wrong(String asked, String set, String remedy, List<String> path) {
        findings.wrong(Control.DATA_3, asked, set, remedy, path);
    }
}
