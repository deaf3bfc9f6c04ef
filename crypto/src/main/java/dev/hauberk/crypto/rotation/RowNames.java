package dev.hauberk.crypto.rotation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One text of several, of which no two lists read alike: each after its length, as {@code 5:users2:17}. */
final class RowNames {
    private RowNames() {}

    /** The name of a row: the one text of its key, or of several all of them joined. */
    static String joined(List<String> key) {
        return key.size() == 1 ? key.get(0) : written(key);
    }

    /** Texts as one, each after its length in bytes of UTF-8. */
    static String written(List<String> texts) {
        StringBuilder written = new StringBuilder();
        for (String text : texts) {
            written.append(text.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(text);
        }
        return written.toString();
    }

    /** The texts of what {@link #written} made. */
    static List<String> read(String written) {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length = 0;
            for (; bytes[at] != ':'; at++) {
                length = length * 10 + bytes[at] - '0';
            }
            texts.add(new String(bytes, at + 1, length, StandardCharsets.UTF_8));
            at += 1 + length;
        }
        return texts;
    }
}
