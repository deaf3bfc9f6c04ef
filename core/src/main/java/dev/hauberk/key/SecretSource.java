package dev.hauberk.key;

import dev.hauberk.policy.PolicyException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where secrets come from: never from the policy file, the code or the class path. */
@FunctionalInterface
public interface SecretSource {
    /**
     * The text of a secret.
     *
     * @param name for example {@code HAUBERK_KEYS}
     * @return the text, or empty where the source has none of that name
     */
    Optional<String> find(String name);

    /** The environment of the process. */
    static SecretSource environment() {
        return of(System.getenv());
    }

    /**
     * A file with lines {@code NAME=VALUE}, read once. Empty lines and those that start with {@code #} are passed over.
     *
     * @throws PolicyException where anybody but its owner can read it, or it is not such a file
     */
    static SecretSource file(Path path) {
        return of(SecretFile.read(path));
    }

    /** This source, and for what it has not, another. */
    default SecretSource or(SecretSource other) {
        return name -> find(name).or(() -> other.find(name));
    }

    /** Fixed values, for tests and for applications that have them from elsewhere. */
    static SecretSource of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return name -> Optional.ofNullable(copy.get(name));
    }
}
