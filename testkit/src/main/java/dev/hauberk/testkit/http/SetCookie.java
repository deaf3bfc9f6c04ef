package dev.hauberk.testkit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cookie as an answer sets it.
 *
 * @param name its name
 * @param value its value
 * @param attributes name and value of each attribute, in order; the value is empty where there is none
 */
public record SetCookie(String name, String value, List<Header> attributes) {
    public SetCookie {
        attributes = List.copyOf(attributes);
    }

    /** Reads a Set-Cookie header; a line that sets nothing has an empty name. */
    static SetCookie parse(String line) {
        String[] parts = line.split(";", -1);
        List<Header> attributes = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            attributes.add(pair(parts[i]));
        }
        Header pair = parts[0].contains("=") ? pair(parts[0]) : new Header("", parts[0].strip());
        return new SetCookie(pair.name(), pair.value(), attributes);
    }

    /** Every cookie that an answer sets. */
    public static List<SetCookie> of(Response response) {
        return response.headers("Set-Cookie").stream().map(SetCookie::parse).toList();
    }

    private static Header pair(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new Header(text.strip(), "")
                : new Header(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
    }

    /** The last value of an attribute, which is the one that holds. */
    public Optional<String> attribute(String wanted) {
        return attributes.stream()
                .filter(a -> a.is(wanted))
                .reduce((first, last) -> last)
                .map(Header::value);
    }

    public boolean has(String wanted) {
        return attribute(wanted).isPresent();
    }

    /** Whether it removes the cookie: its age is not above 0, or it has no value. */
    public boolean removes() {
        return value.isEmpty()
                || attribute("Max-Age")
                        .map(age -> age.startsWith("-") || age.equals("0"))
                        .orElse(false);
    }

    /** Whether a browser would keep it: what its prefix promises must hold. */
    public boolean isKept() {
        boolean secure = has("Secure");
        if (name.startsWith("__Host-")) {
            return secure && !has("Domain") && attribute("Path").equals(Optional.of("/"));
        }
        return !name.isEmpty() && (!name.startsWith("__Secure-") || secure);
    }
}
