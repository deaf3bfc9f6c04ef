package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts of this room, each a file of its own. */
final class Scripts {
    private Scripts() {}

    static RedisScript read(String name) {
        try (InputStream file = Scripts.class.getResourceAsStream(name)) {
            byte[] source = Objects.requireNonNull(file, name).readAllBytes();
            return RedisScript.of(new String(source, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
