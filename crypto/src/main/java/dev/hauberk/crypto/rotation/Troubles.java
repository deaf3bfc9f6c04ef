package dev.hauberk.crypto.rotation;

/** Is told of rows that were left as they are. */
@FunctionalInterface
interface Troubles {
    /** @param reason a code */
    void report(String reason, Row row);
}
