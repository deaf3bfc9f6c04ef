package dev.hauberk.key;

import dev.hauberk.policy.KeyPolicy;

/** What a key is for. One root key serves all of them, and none twice: each purpose derives a key of its own. */
public enum Purpose {
    /** Signing access tokens. */
    ACCESS_TOKENS("hauberk/access-tokens"),
    /** Hashing refresh tokens and other bearer secrets before they are stored. */
    STORED_TOKENS("hauberk/stored-tokens"),
    /** Binding CSRF tokens to their session. */
    CSRF("hauberk/csrf"),
    /** The pepper of passwords that are longer than bcrypt takes. */
    PASSWORDS("hauberk/passwords"),
    /** Pseudonyms and other keyed hashes of what may not be seen. */
    PSEUDONYMS("hauberk/pseudonyms"),
    /** Encrypting fields before they are stored. */
    FIELDS("hauberk/fields"),
    /** Finding encrypted fields by what they hold. */
    BLIND_INDEXES("hauberk/blind-indexes");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** The word of a policy for this purpose. */
    KeyPolicy.Use use() {
        return KeyPolicy.Use.valueOf(name());
    }

    /** The HKDF info of this purpose. Part of compatibility: never changed. */
    public String label() {
        return label;
    }
}
