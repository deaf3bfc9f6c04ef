package dev.hauberk.crypto.rotation;

import dev.hauberk.crypto.field.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds envelopes by what they begin with: the mark, the length of the key's id and the id, which a part of an envelope shows
 * already. What is behind is not looked at: a scan rather counts one too many.
 */
final class Marks {
    /** The mark, the length and the longest id. */
    static final int START_BYTES = 6 + 1 + 32;

    /** The same as text. */
    static final int START_CHARACTERS = START_BYTES / 3 * 4;

    private static final byte[] MARK = Base64.getUrlDecoder().decode(Envelope.MARK);
    private static final String BINARY = new String(MARK, StandardCharsets.ISO_8859_1);
    private static final Pattern TEXT = Pattern.compile(Pattern.quote(Envelope.MARK) + "(?:[A-Za-z0-9_-]{4}){1,"
            + (START_CHARACTERS - Envelope.MARK.length()) / 4 + "}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private Marks() {}

    /** The mark in bytes. */
    static byte[] bytes() {
        return MARK.clone();
    }

    /** The mark as text, in bytes. */
    static byte[] textBytes() {
        return Envelope.MARK.getBytes(StandardCharsets.US_ASCII);
    }

    /** The ids of the keys of all envelopes in a text. */
    static List<String> keysIn(String text) {
        List<String> keys = new ArrayList<>();
        Matcher starts = TEXT.matcher(text);
        while (starts.find()) {
            addKey(Base64.getUrlDecoder().decode(starts.group()), keys);
        }
        return keys;
    }

    /**
     * The ids of the keys of all envelopes in bytes, be they bytes or text there.
     *
     * @param from where those in bytes may begin
     */
    static List<String> keysIn(byte[] bytes, int from) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> keys = keysIn(latin);
        for (int at = latin.indexOf(BINARY, from); at >= 0; at = latin.indexOf(BINARY, at + 1)) {
            addKey(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + START_BYTES)), keys);
        }
        return keys;
    }

    private static void addKey(byte[] start, List<String> keys) {
        int from = MARK.length + 1;
        int length = start.length < from ? 0 : start[MARK.length];
        if (length > 0 && from + length <= start.length) {
            String id = new String(start, from, length, StandardCharsets.US_ASCII);
            if (ID.matcher(id).matches()) {
                keys.add(id);
            }
        }
    }
}
