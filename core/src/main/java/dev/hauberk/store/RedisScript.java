package dev.hauberk.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One atomic step of Redis, in Lua.
 *
 * @param source the script; it names no key but its {@code KEYS}, answers with an array of whole numbers, and sets a time to
 *     live on every key that it writes
 * @param digest the SHA-1 of the source, by which Redis knows a script that it has seen
 */
public record RedisScript(String source, String digest) {
    /** The script of a source. */
    public static RedisScript of(String source) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return new RedisScript(source, HexFormat.of().formatHex(sha));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return "RedisScript[" + digest + "]";
    }
}
