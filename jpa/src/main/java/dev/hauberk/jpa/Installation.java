package dev.hauberk.jpa;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.Normaliser;
import dev.hauberk.key.KeyRing;
import java.util.Map;
import java.util.Optional;

/**
 * What an application encrypts its entities with.
 *
 * @param cipher encrypts values
 * @param keys the keys of blind indexes
 * @param tenant whose an entity is that does not say
 * @param normalisers by their names
 */
record Installation(FieldCipher cipher, KeyRing keys, Optional<Tenant> tenant, Map<String, Normaliser> normalisers) {}
