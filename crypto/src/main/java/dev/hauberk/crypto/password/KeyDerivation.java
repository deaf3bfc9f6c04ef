package dev.hauberk.crypto.password;

/** Derives keys: {@code Cost::derive}, and in tests what counts it. */
interface KeyDerivation {
    byte[] derive(Cost cost, byte[] password, byte[] salt, int length);
}
