package dev.hauberk.servlet.input;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** The query of a request: bounded, and decoded by everybody alike. */
final class Query {
    private static final int LONGEST = 8_192;
    private static final int MOST_PARAMETERS = 200;

    private Query() {}

    /** Whether it is within the bounds, its escapes are whole, and it decodes to UTF-8 without NUL. */
    static boolean isSound(@Nullable String query) {
        if (query == null) {
            return true;
        }
        if (query.length() > LONGEST || query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS) {
            return false;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(query.length());
        for (int at = 0; at < query.length(); at++) {
            char c = query.charAt(at);
            if (c >= 0x7f || c <= 0x20) {
                return false;
            }
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int octet = at + 2 < query.length() ? octet(query.charAt(at + 1), query.charAt(at + 2)) : -1;
            if (octet < 0) {
                return false;
            }
            bytes.write(octet);
            at += 2;
        }
        return Text.utf8(bytes.toByteArray())
                .map(text -> text.indexOf('\0') < 0)
                .orElse(false);
    }

    private static int octet(char high, char low) {
        int value = high < 0x80 && low < 0x80 ? Character.digit(high, 16) * 16 + Character.digit(low, 16) : -1;
        return Character.digit(high, 16) < 0 || Character.digit(low, 16) < 0 ? -1 : value;
    }
}
