package dev.hauberk.servlet.harness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What came back.
 *
 * @param status the status code; 0 where there was no status line
 * @param headers name and value, in their order
 * @param body the body, its chunks joined
 * @param complete whether the body ended as its framing says
 */
public record Reply(int status, List<Header> headers, byte[] body, boolean complete) {
    /** One header line. */
    public record Header(String name, String value) {}

    /** The values of a header, in their order. */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The value of a header that must be there exactly once. */
    public String header(String name) {
        List<String> values = all(name);
        if (values.size() != 1) {
            throw new AssertionError(name + " is there " + values.size() + " times in a " + status + ": " + headers);
        }
        return values.get(0);
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    static Reply parse(byte[] received, boolean headOnly) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            return new Reply(0, List.of(), received, false);
        }
        List<Header> headers = new ArrayList<>();
        String[] lines = text.substring(0, end).split("\r\n");
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.add(new Header(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
        }
        int status = Integer.parseInt(lines[0].split(" ")[1]);
        String body = text.substring(end + 4);
        Reply plain = new Reply(status, headers, body.getBytes(StandardCharsets.ISO_8859_1), true);
        if (headOnly || status == 204 || status == 304) {
            return plain;
        }
        if (plain.all("Transfer-Encoding").contains("chunked")) {
            return chunked(status, headers, body);
        }
        boolean exact =
                plain.all("Content-Length").stream().allMatch(length -> Long.parseLong(length) == body.length());
        return new Reply(status, headers, plain.body, exact);
    }

    private static Reply chunked(int status, List<Header> headers, String body) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = body.indexOf("\r\n", at);
            int size = line < 0 ? -1 : Integer.parseInt(body.substring(at, line).strip(), 16);
            if (size < 0 || line + 2 + size > body.length()) {
                return new Reply(status, headers, joined.toByteArray(), false);
            }
            if (size == 0) {
                return new Reply(status, headers, joined.toByteArray(), true);
            }
            joined.writeBytes(body.substring(line + 2, line + 2 + size).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + size + 2;
        }
    }
}
