package dev.hauberk.key;

import dev.hauberk.Control;
import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads root keys from their text, and refuses what is no key. No problem prints any of it but an id. */
final class RootKeys {
    static final String NAME = "HAUBERK_KEYS";
    static final String EPHEMERAL = "ephemeral";

    private static final Place PLACE = new Place(NAME, 0);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final String FORM = "id=key, with commas between, each key at least 32 random bytes in base64url";
    private static final String MAKE = "Make one with these two lines:"
            + "\n    KEY=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')"
            + "\n    export HAUBERK_KEYS=\"k1=$KEY\"";

    private final List<KeyRing.Key> keys = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RootKeys() {}

    /**
     * The keys of a text, the primary one first.
     *
     * @throws PolicyException with everything that is wrong with it
     */
    static List<KeyRing.Key> read(Optional<String> text) {
        RootKeys roots = new RootKeys();
        if (text.isEmpty() || text.get().isBlank()) {
            roots.report("", "nothing");
        } else {
            String[] entries = text.get().split(",", -1);
            for (int i = 0; i < entries.length; i++) {
                roots.entry(entries[i].strip(), "entry " + (i + 1));
            }
        }
        if (!roots.problems.isEmpty()) {
            throw new PolicyException(roots.problems);
        }
        return List.copyOf(roots.keys);
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
        if (weakness.isPresent() || bytes.isEmpty()) {
            report(id, weakness.orElse("a key that is not base64url"));
        } else {
            State state = keys.isEmpty() ? State.ACTIVE : State.DECRYPT_ONLY;
            add(new KeyRing.Key(id, Instant.EPOCH, state, Secret.of(bytes.get())));
        }
    }

    private void add(KeyRing.Key key) {
        for (KeyRing.Key other : keys) {
            if (other.id().equals(key.id())) {
                report(key.id(), "two keys of this id");
                return;
            }
            if (other.secret().matches(key.secret())) {
                report(key.id(), "the key of " + other.id() + " once more");
                return;
            }
        }
        keys.add(key);
    }

    private void report(String path, String set) {
        String at = path.isEmpty() ? "keys" : path;
        problems.add(new Problem(PLACE, at, Optional.of(Control.DATA_3), FORM, set, MAKE));
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
