package dev.hauberk.crypto.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8; an unpaired surrogate, which UTF-8 cannot hold, takes the three bytes that its number would (the encoding that is known as
 * WTF-8). No well-formed text has those bytes, so both come back exactly.
 */
enum TextCodec implements FieldCodec<String> {
    INSTANCE;

    private static final char REPLACEMENT = '\uFFFD';

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public byte[] encode(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return isExact(utf8, value) ? utf8 : generalised(value);
    }

    @Override
    public String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : specialised(bytes);
    }

    @Override
    public String parse(String text) {
        return text;
    }

    /** The JDK writes a question mark for what it cannot encode. As many bytes as characters are ASCII, or hold such a mark. */
    private static boolean isExact(byte[] utf8, String value) {
        Charset charset = utf8.length == value.length() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new String(utf8, charset).equals(value);
    }

    private static byte[] generalised(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length() * 3);
        value.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                bytes.write(0xe0 | point >> 12);
                bytes.write(0x80 | point >> 6 & 0x3f);
                bytes.write(0x80 | point & 0x3f);
            } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /** Text between the surrogates is UTF-8, and so is text without one that holds the replacement character itself. */
    private static String specialised(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int from = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xed && (bytes[i + 1] & 0xe0) == 0xa0) {
                text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
                text.append((char) (0xd000 | (bytes[i + 1] & 0x3f) << 6 | bytes[i + 2] & 0x3f));
                from = i + 3;
            }
        }
        return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                .toString();
    }
}
