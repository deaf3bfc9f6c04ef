package dev.hauberk.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that do not change, equal where they hold the same. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    /** A copy of an array. */
    public Bytes(byte[] array) {
        this.array = array.clone();
    }

    /** Text in UTF-8. */
    public static Bytes of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many. */
    public int length() {
        return array.length;
    }

    /** A copy. */
    public byte[] toArray() {
        return array.clone();
    }

    byte[] array() {
        return array;
    }

    /** As UTF-8; what is not is replaced. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(array, that.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
