package dev.hauberk.identity.session;

class InMemorySessionRotationTest extends SessionRotationContract {
    @Override
    SessionStore empty() {
        return SessionStore.inMemory();
    }
}
