package dev.hauberk.audit;

/**
 * Where {@link AuditRecord}s go. There is no way to change or remove one.
 *
 * <p>Thread-safe.
 */
public interface AuditTrail {
    /**
     * Appends a record, durably as far as the store is.
     *
     * @throws AuditException where it could not be appended: whoever asked must then not go on
     */
    void append(AuditRecord record);

    /**
     * A trail in memory that keeps the newest records.
     *
     * @param capacity how many
     */
    static InMemoryAuditTrail inMemory(int capacity) {
        return new InMemoryAuditTrail(capacity);
    }
}
