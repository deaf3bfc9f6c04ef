package dev.hauberk.crypto.password;

import dev.hauberk.policy.BreachPolicy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where passwords that leaked elsewhere are looked up (AUTHN-1). It sees the SHA-1 of a password, which is what such collections
 * hold, and never the password. Thread-safe.
 */
@FunctionalInterface
public interface BreachCheck {
    /** What is known of a hash. */
    enum Answer {
        LEAKED,
        NOT_SEEN,
        /** It could not be looked up, or what was said could not be read. */
        UNANSWERED
    }

    /**
     * Looks a hash up. Never throws.
     *
     * @param sha1 the SHA-1 of the password in NFC and UTF-8, as 40 upper-case hexadecimal digits
     */
    Answer look(String sha1);

    /** Knows of none. */
    static BreachCheck none() {
        return sha1 -> Answer.NOT_SEEN;
    }

    /**
     * Looks them up in a file of one's own: nothing leaves the machine. The file is opened for each look-up, so it can be
     * replaced by another one at any time.
     *
     * @param file lines of 40 upper-case hexadecimal digits, sorted, each alone or followed by a colon and a count
     */
    static BreachCheck file(Path file) {
        return new FileBreachCheck(file);
    }

    /**
     * Asks a service, k-anonymously: it learns the first five of the forty digits of the hash, and a padded answer does not say by
     * its size which they were. Redirects are not followed.
     *
     * @param url what the five digits are appended to
     * @param within the time for all of it
     */
    static BreachCheck http(URI url, Duration within) {
        return new HttpBreachCheck(url, within);
    }

    /** What a policy says. */
    static BreachCheck of(BreachPolicy policy) {
        return switch (policy.check()) {
            case NONE -> none();
            case FILE -> file(Path.of(policy.file().orElseThrow()));
            case HTTP -> http(URI.create(policy.url()), policy.within());
        };
    }
}
