package dev.hauberk.servlet.input;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request says that its body is. */
enum ContentType {
    /** {@code application/json}, or a type that ends in {@code +json}, in UTF-8. */
    JSON,
    OTHER;

    static ContentType of(@Nullable String header) {
        if (header == null) {
            return OTHER;
        }
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        String type = parts[0].strip();
        boolean json = type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
        for (int at = 1; at < parts.length; at++) {
            String parameter = parts[at].strip();
            if (parameter.startsWith("charset") && !parameter.matches("charset=\"?utf-8\"?")) {
                return OTHER;
            }
        }
        return json ? JSON : OTHER;
    }
}
