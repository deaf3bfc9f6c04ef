package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import org.jspecify.annotations.NullUnmarked;

/**
 * Encrypts values before they are stored, and opens them again (DATA-2): AES-256 in GCM (NIST SP 800-38D), each value under a key
 * of its table and column, in an {@linkplain Envelope envelope} that names the key, commits to it, and holds an initialisation vector of 96
 * random bits and a whole tag.
 *
 * <p><b>Guarantees.</b> Whoever writes to the database but has no key can neither read a value nor make one: an envelope opens only as it
 * was made, in the place for which it was made ({@link FieldContext}), as the kind of value that it was, under the one key that it
 * names. Everything else is a {@link CipherException}, the same for every reason. What is no envelope is not taken for the value, but in
 * migration mode. Encrypting the same value twice gives two envelopes that tell nobody that they are alike.
 *
 * <p><b>Not guaranteed.</b> The length of a value shows, unless its {@linkplain FieldCodec#padded codec pads}; that a row has a value at
 * all, and when it changed, shows. An older envelope of the same place opens there too: who restores an old value is not noticed. A process that
 * encrypts holds the keys in its memory.
 *
 * <p><b>Null</b> stays null, both ways: a column that holds nothing says so. The methods for values are not marked for null, since they are as
 * nullable as what they are given. Thread-safe.
 */
public interface FieldCipher {
    /** A cipher with the keys of a ring, strict, which counts what its keys do in this process. */
    static FieldCipher of(KeyRing keys) {
        return builder(keys).build();
    }

    /** Sets up more than the keys. */
    static FieldCipherBuilder builder(KeyRing keys) {
        return new FieldCipherBuilder(keys);
    }

    /**
     * The envelope of a text, in ASCII.
     *
     * @throws dev.hauberk.UnavailableException where the store that counts the use of keys does not answer
     * @throws KeyExhaustedException where the key has encrypted as much as it may
     */
    @NullUnmarked
    String encrypt(String value, FieldContext context);

    /**
     * The text of an envelope.
     *
     * @throws CipherException where it does not open here
     */
    @NullUnmarked
    String decrypt(String stored, FieldContext context);

    /**
     * The envelope of bytes, in bytes.
     *
     * @throws dev.hauberk.UnavailableException where the store that counts the use of keys does not answer
     * @throws KeyExhaustedException where the key has encrypted as much as it may
     */
    @NullUnmarked
    byte[] encrypt(byte[] value, FieldContext context);

    /**
     * Writes the envelope of bytes into an array that the caller has, and so spares large values most of their garbage.
     *
     * @param value not null
     * @param into {@link Envelope#MOST_OVERHEAD} bytes longer than the value is always long enough
     * @return the length of the envelope, which begins where the array does
     * @throws IllegalArgumentException where it does not fit
     * @throws dev.hauberk.UnavailableException where the store that counts the use of keys does not answer
     * @throws KeyExhaustedException where the key has encrypted as much as it may
     */
    int encrypt(byte[] value, FieldContext context, byte[] into);

    /**
     * The bytes of an envelope.
     *
     * @throws CipherException where it does not open here
     */
    @NullUnmarked
    byte[] decrypt(byte[] stored, FieldContext context);

    /**
     * The envelope of any value, in ASCII.
     *
     * @throws dev.hauberk.UnavailableException where the store that counts the use of keys does not answer
     * @throws KeyExhaustedException where the key has encrypted as much as it may
     */
    @NullUnmarked
    <T> String encrypt(T value, FieldCodec<T> codec, FieldContext context);

    /**
     * The value of an envelope.
     *
     * @throws CipherException where it does not open here, or is of another kind
     */
    @NullUnmarked
    <T> T decrypt(String stored, FieldCodec<T> codec, FieldContext context);

    /**
     * Whether a value that is stored should be encrypted again: it names another key than the one that new values get, or is no
     * envelope at all. Nothing is opened, so this is also the answer for an envelope that does not open.
     */
    boolean isStale(String stored);

    /** Whether bytes that are stored should be encrypted again. */
    boolean isStale(byte[] stored);
}
