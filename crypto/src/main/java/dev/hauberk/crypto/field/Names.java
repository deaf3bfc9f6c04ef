package dev.hauberk.crypto.field;

import java.nio.charset.StandardCharsets;

/** What names a place. UTF-8 holds each of them exactly, so that two names are two sequences of bytes. */
final class Names {
    private static final int LONGEST = 1_000;

    private Names() {}

    /**
     * Lets a good name pass.
     *
     * @param what it names, for the message
     */
    static void check(String what, String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException(what + " is not blank and has at most " + LONGEST + " characters");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c >= 0x7f && (Character.isISOControl(c) || isUnpaired(name, i))) {
                throw new IllegalArgumentException(what + " holds no control character and no unpaired surrogate");
            }
        }
    }

    /**
     * Names joined into one, each after its length in bytes, so that no two lists read alike: {@code 5:users5:email}.
     */
    static String joined(String... names) {
        StringBuilder joined = new StringBuilder();
        for (String name : names) {
            joined.append(name.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(name);
        }
        return joined.toString();
    }

    private static boolean isUnpaired(String name, int at) {
        char c = name.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == name.length() || !Character.isLowSurrogate(name.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(name.charAt(at - 1)));
    }
}
