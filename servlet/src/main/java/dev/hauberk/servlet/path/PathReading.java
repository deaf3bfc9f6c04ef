package dev.hauberk.servlet.path;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a raw path, if everybody reads it alike: proxies, containers, frameworks and our rules. */
final class PathReading {
    /** What RFC 3986 (3.3) lets stand in a segment as it is, without {@code ;}, which containers cut. */
    private static final String PLAIN = "-._~!$&'()*+,=:@";

    private PathReading() {}

    /**
     * The path, decoded once.
     *
     * @param raw as it was sent, without the query
     * @return empty where it can be read in two ways
     */
    static Optional<String> of(String raw) {
        if (!raw.startsWith("/")) {
            return Optional.empty();
        }
        return decode(raw).filter(PathReading::isOneWay);
    }

    private static Optional<String> decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c == '%') {
                int octet = octet(raw, at);
                if (octet < 0 || !mayBeEncoded(octet)) {
                    return Optional.empty();
                }
                bytes.write(octet);
                at += 2;
            } else if (c == '/' || isAlphanumeric(c) || PLAIN.indexOf(c) >= 0) {
                bytes.write(c);
            } else {
                return Optional.empty();
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int octet(String raw, int at) {
        if (at + 2 >= raw.length()) {
            return -1;
        }
        int high = hex(raw.charAt(at + 1));
        int low = hex(raw.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** {@link Character#digit} takes the digits of other scripts too. */
    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** What has a plain form must have it, what separates or escapes must not be hidden, and nobody names a control. */
    private static boolean mayBeEncoded(int octet) {
        return octet >= 0x20
                && octet != 0x7f
                && "/\\%;".indexOf(octet) < 0
                && !isAlphanumeric((char) octet)
                && "-._~".indexOf(octet) < 0;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isOneWay(String path) {
        String[] segments = path.substring(1).split("/", -1);
        for (int at = 0; at < segments.length; at++) {
            boolean last = at == segments.length - 1;
            if (segments[at].equals(".") || segments[at].equals("..") || segments[at].isEmpty() && !last) {
                return false;
            }
        }
        return path.codePoints().noneMatch(PathReading::isUnseen);
    }

    private static boolean isUnseen(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }
}
