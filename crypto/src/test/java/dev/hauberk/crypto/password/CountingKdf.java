package dev.hauberk.crypto.password;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The real key derivations, and which were done. */
final class CountingKdf implements KeyDerivation {
    private final List<Cost> done = Collections.synchronizedList(new ArrayList<>());

    @Override
    public byte[] derive(Cost cost, byte[] password, byte[] salt, int length) {
        done.add(cost);
        return cost.derive(password, salt, length);
    }

    /** Those since it was last asked, in their order. */
    List<Cost> done() {
        List<Cost> since = List.copyOf(done);
        done.clear();
        return since;
    }
}
