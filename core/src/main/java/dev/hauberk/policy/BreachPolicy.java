package dev.hauberk.policy;

import dev.hauberk.Control;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a new password is looked up among those that leaked elsewhere (AUTHN-1).
 *
 * @param check where it is looked up
 * @param file with {@code check: file}: sorted SHA-1 hashes in hexadecimal, one a line, each followed by nothing or by a colon and
 *     a count; relative to the working folder
 * @param url with {@code check: http}: what five digits of a hash are appended to; https, or http on this machine
 * @param within how long an answer may take, 50ms to 10s
 * @param onFailure what follows where there is no answer
 */
public record BreachPolicy(
        @Setting(
                says = "Where new passwords are looked up.",
                or = "none",
                control = Control.AUTHN_1,
                weaker = Weaker.LOWER)
        Check check,

        @Setting(says = "Sorted SHA-1 hashes, one a line, for check: file.", control = Control.AUTHN_1)
        Optional<String> file,

        @Setting(
                says = "What five digits of a hash are appended to, for check: http.",
                or = "https://api.pwnedpasswords.com/range/",
                control = Control.AUTHN_1)
        String url,

        @Setting(says = "How long an answer may take.", or = "2s", control = Control.AUTHN_1)
        Duration within,

        @Setting(
                says = "What follows where there is no answer: closed takes no new password, open takes it unseen.",
                or = "closed",
                control = Control.AUTHN_1,
                weaker = Weaker.LOWER)
        OnFailure onFailure) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Where passwords are looked up; each is no less than the one before. */
    public enum Check {
        NONE,
        /** In a file of one's own: nothing leaves the machine. */
        FILE,
        /** At a service, which learns five of the forty digits of a password's hash. */
        HTTP
    }

    /** What follows where there is no answer. */
    public enum OnFailure {
        OPEN,
        CLOSED
    }

    /** @throws IllegalArgumentException where they do not fit each other */
    public BreachPolicy {
        if (check == Check.FILE && file.isEmpty()) {
            throw new IllegalArgumentException("check: file names a file");
        }
        if (!isTaken(url)) {
            throw new IllegalArgumentException("url is https, or http on this machine, and ends in a slash");
        }
        if (within.compareTo(Duration.ofMillis(50)) < 0 || within.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("within is between 50ms and 10s");
        }
    }

    private static boolean isTaken(String url) {
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            return host != null
                    && url.endsWith("/")
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
