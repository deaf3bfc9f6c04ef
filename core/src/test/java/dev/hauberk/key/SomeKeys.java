package dev.hauberk.key;

import java.util.Base64;
import java.util.Random;

/** Keys that are random and the same in each run. */
public final class SomeKeys {
    private SomeKeys() {}

    /** An entry of {@code HAUBERK_KEYS}. */
    public static String text(String id, int seed) {
        return id + "=" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(seed));
    }

    /** 32 bytes. */
    public static byte[] bytes(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
