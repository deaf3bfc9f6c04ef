package dev.hauberk.crypto.field;

import java.time.DateTimeException;
import java.util.function.Supplier;

/** What the JDK says of a time that is none, in the words of a codec, without the text. */
final class Times {
    private Times() {}

    static <T> T checked(Supplier<T> time) {
        try {
            return time.get();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time");
        }
    }
}
