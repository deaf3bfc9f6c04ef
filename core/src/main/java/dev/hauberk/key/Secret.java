package dev.hauberk.key;

import java.security.MessageDigest;
import java.util.function.Function;

/**
 * Bytes that nobody may see. They leave through {@link #use} alone, so that every place that touches them can be found
 * by name; the text of this object, its hash code and its equality say nothing of them.
 *
 * <p>What is not guaranteed: the bytes stay in the heap until they are collected, so whoever can dump the heap has them.
 */
public final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A secret of a copy of these bytes. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** How many bytes it has. */
    public int length() {
        return bytes.length;
    }

    /** Whether it holds the same bytes, compared in constant time. */
    public boolean matches(Secret other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    /**
     * Hands a copy of the bytes to a function. Whoever calls this takes care that they go nowhere else.
     *
     * @return what the function returns
     */
    public <T> T use(Function<byte[], T> function) {
        return function.apply(bytes.clone());
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
