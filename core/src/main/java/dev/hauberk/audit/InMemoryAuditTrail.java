package dev.hauberk.audit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the newest records of this process. It proves nothing after a restart. Thread-safe. */
public final class InMemoryAuditTrail implements AuditTrail {
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<AuditRecord> records = new ArrayDeque<>();
    private final int capacity;

    InMemoryAuditTrail(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("an audit trail holds at least one record");
        }
        this.capacity = capacity;
    }

    @Override
    public void append(AuditRecord record) {
        lock.lock();
        try {
            if (records.size() == capacity) {
                records.removeFirst();
            }
            records.addLast(record);
        } finally {
            lock.unlock();
        }
    }

    /** What is held, oldest first. */
    public List<AuditRecord> records() {
        lock.lock();
        try {
            return List.copyOf(records);
        } finally {
            lock.unlock();
        }
    }
}
