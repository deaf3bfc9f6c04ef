package dev.hauberk.crypto.password;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.policy.BreachPolicy;
import dev.hauberk.policy.BreachPolicy.OnFailure;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/** A breach check, and what follows where it does not answer. */
record AskedBreachCheck(BreachPolicy policy, BreachCheck check, Events events, InstantSource clock) {
    /** A char of UTF-16 has no more of them in UTF-8. */
    private static final int BYTES_PER_CHAR = 3;

    /**
     * Whether a password has leaked.
     *
     * @throws UnavailableException where nobody knows, and the policy wants to know
     */
    boolean hasLeaked(CharSequence password) {
        return switch (check.look(sha1(password))) {
            case LEAKED -> true;
            case NOT_SEEN -> false;
            case UNANSWERED -> unanswered();
        };
    }

    private boolean unanswered() {
        boolean open = policy.onFailure() == OnFailure.OPEN;
        events.publish(new Event(
                clock.instant(),
                Control.AUTHN_1,
                Event.Outcome.FAILED,
                "breach-check-unanswered",
                Map.of("on-failure", open ? "open" : "closed")));
        if (!open) {
            throw new UnavailableException("the check for passwords that leaked did not answer");
        }
        return false;
    }

    private static String sha1(CharSequence password) {
        byte[] bytes =
                PasswordText.bytes(password, password.length() * BYTES_PER_CHAR).orElseThrow();
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
