package dev.hauberk.testkit.target;

import java.util.Optional;

/** A way of answering that a route is there to show: headers must be on every one of them. */
public enum Probe {
    /** Throws an exception, so that the answer is 500. */
    FAILURE("500"),
    /** Redirects. */
    REDIRECT("3"),
    /** Takes no such method, though a rule does, so that the answer is 405. */
    METHOD_NOT_ALLOWED("405"),
    /** Answers from another thread. */
    ASYNC,
    /** Flushes before it has written all. */
    EARLY_FLUSH,
    /** Answers 304 to a request that names its ETag, or by itself. */
    NOT_MODIFIED,
    /** Sends an error through the container, which dispatches to an error page. */
    SEND_ERROR,
    /** A static file or page. */
    STATIC,
    /** Sets or adds the security headers itself. */
    OWN_HEADERS,
    /** Says how long the body is before it writes. */
    LENGTH_FIRST;

    private final String status;

    Probe() {
        this("");
    }

    Probe(String status) {
        this.status = status;
    }

    /** How the status of the answer begins, where the probe is about the status. */
    public Optional<String> status() {
        return Optional.of(status).filter(digits -> !digits.isEmpty());
    }
}
