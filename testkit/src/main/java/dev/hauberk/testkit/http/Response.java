package dev.hauberk.testkit.http;

import java.util.List;
import java.util.Optional;

/**
 * An answer as it came: header lines in their order, duplicates kept. Immutable and thread-safe.
 *
 * @param version for example {@code HTTP/1.1}
 * @param status three digits
 * @param reason what follows the status; may be empty
 * @param headers the header lines
 * @param body the content, without its framing
 */
public record Response(String version, int status, String reason, List<Header> headers, Bytes body) {
    public Response {
        headers = List.copyOf(headers);
    }

    /** Every value of a header, in order. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The body as UTF-8. */
    public String text() {
        return body.text();
    }

    /** The media type without its parameters, in lower case; empty where none is said. */
    public String type() {
        String value = header("Content-Type").orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether the request was carried out: 200 to 299. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** The status and the start of the body, for a message. */
    @Override
    public String toString() {
        String text = text().strip();
        return (status + " " + reason).strip()
                + (text.isEmpty() ? "" : " " + text.substring(0, Math.min(300, text.length())));
    }
}
