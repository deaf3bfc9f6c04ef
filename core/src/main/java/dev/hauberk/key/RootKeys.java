package dev.hauberk.key;

import dev.hauberk.Control;
import dev.hauberk.policy.KeyPolicy;
import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads root keys from their text, refuses what is no key, and holds them against what a policy says of them. No problem prints
 * any of it but an id.
 */
final class RootKeys {
    static final String NAME = "HAUBERK_KEYS";

    private static final Place PLACE = new Place(NAME, 0);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final String FORM = "id=key, with commas between, each key at least 32 random bytes in base64url";
    private static final String MAKE = "Make one with these two lines:"
            + "\n    KEY=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')"
            + "\n    export HAUBERK_KEYS=\"k1=$KEY\"";

    private final List<RootKey> keys = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private RootKeys() {}

    /**
     * The keys of a text that are not retired, the preferred first.
     *
     * @param said what a policy says of them; nothing means that the first makes what is new and the others open what they closed
     * @throws PolicyException with everything that is wrong with them
     */
    static List<RootKey> read(Optional<String> text, Map<String, KeyPolicy> said) {
        RootKeys roots = new RootKeys();
        if (text.isEmpty() || text.get().isBlank()) {
            roots.report("keys", "nothing");
        } else {
            String[] entries = text.get().split(",", -1);
            for (int i = 0; i < entries.length; i++) {
                roots.entry(entries[i].strip(), "entry " + (i + 1));
            }
            roots.checkThatNoneIsMissing(said);
        }
        roots.checkThatEachPurposeIsServed(said);
        if (!roots.problems.isEmpty()) {
            throw new PolicyException(roots.problems);
        }
        return roots.inTheirOrder(said);
    }

    private void entry(String entry, String at) {
        int equals = entry.indexOf('=');
        if (equals < 0 || !ID.matcher(entry.substring(0, equals)).matches()) {
            report(at, "an entry without an id of letters, digits and hyphens before =");
            return;
        }
        String id = entry.substring(0, equals);
        String text = entry.substring(equals + 1);
        Optional<byte[]> bytes = decoded(text);
        Optional<String> weakness = WeakKey.weaknessOf(text, bytes);
        if (!ids.add(id)) {
            report(id, "two keys of this id");
        } else if (weakness.isPresent() || bytes.isEmpty()) {
            report(id, weakness.orElse("a key that is not base64url"));
        } else {
            add(id, Secret.of(bytes.get()));
        }
    }

    private void add(String id, Secret secret) {
        for (RootKey other : keys) {
            if (other.secret().matches(secret)) {
                report(id, "the key of " + other.id() + " once more");
                return;
            }
        }
        keys.add(RootKey.of(id, secret, keys.isEmpty() ? State.ACTIVE : State.DECRYPT_ONLY));
    }

    private void checkThatNoneIsMissing(Map<String, KeyPolicy> said) {
        said.forEach((id, key) -> {
            if (key.state() != State.RETIRED && !ids.contains(id)) {
                report(
                        key.place(),
                        "keys." + id,
                        "a key of this id in " + NAME,
                        "none",
                        "Give it, or write state: retired once nothing needs it any more.");
            }
        });
    }

    private void checkThatEachPurposeIsServed(Map<String, KeyPolicy> said) {
        Set<KeyPolicy.Use> unserved = KeyPolicy.unserved(said.values());
        if (!said.isEmpty() && !unserved.isEmpty()) {
            KeyPolicy any = said.values().iterator().next();
            String purposes = unserved.stream()
                    .map(use -> use.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            report(any.place(), "keys", "an active key for " + purposes, "none", "Write state: active for one.");
        }
    }

    /** Those that a policy names as it names them, then the others, which open and make nothing. */
    private List<RootKey> inTheirOrder(Map<String, KeyPolicy> said) {
        if (said.isEmpty()) {
            return List.copyOf(keys);
        }
        List<RootKey> ordered = new ArrayList<>();
        said.forEach((id, key) -> keys.stream()
                .filter(root -> root.id().equals(id) && key.state() != State.RETIRED)
                .forEach(root -> ordered.add(root.as(key))));
        keys.stream().filter(root -> !said.containsKey(root.id())).forEach(root -> ordered.add(root.decryptOnly()));
        return ordered;
    }

    private void report(String path, String set) {
        report(PLACE, path, FORM, set, MAKE);
    }

    private void report(Place place, String path, String asked, String set, String remedy) {
        problems.add(new Problem(place, path, Optional.of(Control.DATA_3), asked, set, remedy));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // The message would quote a character of the key.
            return Optional.empty();
        }
    }
}
