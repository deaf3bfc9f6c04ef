package dev.hauberk.testkit.http;

import java.io.IOException;

/** What came is no HTTP answer: the message says what is wrong with it. */
public final class MalformedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedResponseException(String message) {
        super(message);
    }
}
