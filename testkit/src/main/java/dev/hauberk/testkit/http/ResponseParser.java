package dev.hauberk.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one answer (RFC 9112), strictly: what is ambiguous is refused and not repaired, so that an attack which splits or
 * confuses an answer shows. Interim answers (1xx) are passed over. Not thread-safe.
 */
final class ResponseParser {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_LINES = 1_000;
    private static final Pattern STATUS_LINE = Pattern.compile("(HTTP/1\\.[01]) ([1-5][0-9]{2})(?: ([^\\r\\n]*))?");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final InputStream in;

    ResponseParser(InputStream in) {
        this.in = in;
    }

    /**
     * Reads the answer to a request.
     *
     * @param method the request's method: an answer to HEAD has no body
     * @throws MalformedResponseException where it is none, or ends too early
     */
    Response read(String method) throws IOException {
        while (true) {
            var status = STATUS_LINE.matcher(line());
            if (!status.matches()) {
                throw new MalformedResponseException("no status line");
            }
            List<Header> headers = headers();
            int code = Integer.parseInt(status.group(2));
            if (code >= 200) {
                String reason = status.group(3) == null ? "" : status.group(3);
                return new Response(status.group(1), code, reason, headers, new Bytes(body(method, code, headers)));
            }
        }
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1 || !NAME.matcher(line.substring(0, colon)).matches()) {
                throw new MalformedResponseException("a header line without a proper name");
            }
            if (headers.size() == MAX_LINES) {
                throw new MalformedResponseException("more than " + MAX_LINES + " header lines");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    private byte[] body(String method, int status, List<Header> headers) throws IOException {
        List<String> coding = values(headers, "Transfer-Encoding");
        List<String> length = values(headers, "Content-Length");
        if (!coding.isEmpty() && !length.isEmpty()) {
            throw new MalformedResponseException("both Transfer-Encoding and Content-Length");
        }
        if (length.size() > 1 || coding.size() > 1) {
            throw new MalformedResponseException("the framing is said twice");
        }
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (!coding.isEmpty()) {
            if (!coding.get(0).equalsIgnoreCase("chunked")) {
                throw new MalformedResponseException("an unknown Transfer-Encoding");
            }
            return chunks();
        }
        return length.isEmpty() ? in.readAllBytes() : exactly(number(length.get(0), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            String line = line();
            int end = line.indexOf(';');
            int size = number((end < 0 ? line : line.substring(0, end)).strip(), 16);
            if (size == 0) {
                headers(); // trailers, which nothing here looks at
                return out.toByteArray();
            }
            out.writeBytes(exactly(size));
            if (!line().isEmpty()) {
                throw new MalformedResponseException("a chunk is longer than it says");
            }
        }
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new MalformedResponseException("ends after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    private static int number(String digits, int radix) throws MalformedResponseException {
        try {
            if (digits.isEmpty() || !Character.isLetterOrDigit(digits.charAt(0))) {
                throw new MalformedResponseException("a length that is no number");
            }
            return Integer.parseInt(digits, radix);
        } catch (NumberFormatException e) {
            throw new MalformedResponseException("a length that is no number");
        }
    }

    private static List<String> values(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    /** A line without its end, which must be CR LF. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new MalformedResponseException(
                        line.size() == 0 ? "closed without an answer" : "ends within a line");
            }
            if (next == '\n' || next == 0 || line.size() == MAX_LINE) {
                throw new MalformedResponseException("a line with a bare LF or NUL, or longer than " + MAX_LINE);
            }
            line.write(next);
        }
        if (in.read() != '\n') {
            throw new MalformedResponseException("a bare CR");
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
