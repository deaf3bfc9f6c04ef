package dev.hauberk.jpa;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.Normaliser;
import dev.hauberk.key.KeyRing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sets up {@link EncryptedEntities}. Not thread-safe; what it builds is. */
public final class EncryptedEntitiesBuilder {
    private final FieldCipher cipher;
    private final KeyRing keys;
    private final Map<String, Normaliser> normalisers = new LinkedHashMap<>();
    private Optional<Tenant> tenant = Optional.empty();

    EncryptedEntitiesBuilder(FieldCipher cipher, KeyRing keys) {
        this.cipher = cipher;
        this.keys = keys;
        normalisers.put("text", Normaliser.text());
        normalisers.put("exact", Normaliser.exact());
    }

    /** The tenant of every entity that does not say whose it is, for an application that serves one. */
    public EncryptedEntitiesBuilder tenant(Tenant only) {
        this.tenant = Optional.of(only);
        return this;
    }

    /** What {@link BlindIndexed#normaliser} may name besides {@code text} and {@code exact}. */
    public EncryptedEntitiesBuilder normaliser(String name, Normaliser normaliser) {
        normalisers.put(name, normaliser);
        return this;
    }

    /** The installation. */
    public EncryptedEntities build() {
        return new EncryptedEntities(new Installation(cipher, keys, tenant, Map.copyOf(normalisers)));
    }
}
