package dev.hauberk.ratelimit;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Credential;
import dev.hauberk.Tenant;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Callers for tests. */
final class Callers {
    private Callers() {}

    static ClientAddress address(String literal) {
        try {
            return ClientAddress.of(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }

    static Caller anonymous(String address) {
        return Caller.anonymous(address(address));
    }

    static Caller user(String user, String tenant, String address, Credential credential) {
        return new Caller(
                Optional.of(user), Optional.of(new Tenant(tenant)), Set.of(), Map.of(), credential, address(address));
    }

    static Caller user(String user, String address) {
        return user(user, "acme", address, new Credential.Session("s1"));
    }
}
