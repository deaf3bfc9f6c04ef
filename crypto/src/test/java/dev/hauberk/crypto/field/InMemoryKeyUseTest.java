package dev.hauberk.crypto.field;

import java.util.List;

class InMemoryKeyUseTest extends KeyUseContract {
    @Override
    List<KeyUse> twoNodes() {
        KeyUse store = KeyUse.inMemory();
        return List.of(store, store);
    }
}
