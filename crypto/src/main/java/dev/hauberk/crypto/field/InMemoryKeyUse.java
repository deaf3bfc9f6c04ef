package dev.hauberk.crypto.field;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A {@link KeyUse} that ends with the process. */
final class InMemoryKeyUse implements KeyUse {
    private final Map<String, Long> uses = new ConcurrentHashMap<>();

    @Override
    public long reserve(String keyId, long more) {
        return uses.merge(keyId, more, Long::sum) - more;
    }
}
