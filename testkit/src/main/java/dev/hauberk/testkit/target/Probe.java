package dev.hauberk.testkit.target;

/** A way of answering that a route is there to show: headers must be on every one of them. */
public enum Probe {
    /** Throws an exception, so that the answer is 500. */
    FAILURE,
    /** Redirects. */
    REDIRECT,
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
    OWN_HEADERS
}
