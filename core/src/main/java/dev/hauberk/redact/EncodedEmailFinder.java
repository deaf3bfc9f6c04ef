package dev.hauberk.redact;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Finds email addresses in base64: runs of letters and digits which decode to printable ASCII that holds an address. Such text has
 * none of the signs beyond letters and digits, but where it holds a question mark, a tilde or an angle bracket; those end a run here.
 */
final class EncodedEmailFinder implements Finder {
    /** {@code a@b.de}. */
    private static final int SHORTEST = 8;

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]@[\\w-]+\\.\\w");

    @Override
    public void find(String text, Spans found) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (Ascii.isLetter(text.charAt(end)) || Ascii.isDigit(text.charAt(end)))) {
                end++;
            }
            if (end - at >= SHORTEST && holdsAddress(text.substring(at, end))) {
                found.add(at, end, "email");
            }
            at = end + 1;
        }
    }

    private static boolean holdsAddress(String run) {
        // One character behind the last group of four is no whole octet.
        byte[] bytes = Base64.getDecoder().decode(run.substring(0, run.length() - (run.length() % 4 == 1 ? 1 : 0)));
        for (byte octet : bytes) {
            if (octet < ' ' || octet > '~') {
                return false;
            }
        }
        return ADDRESS.matcher(new String(bytes, StandardCharsets.US_ASCII)).find();
    }
}
