package dev.hauberk.testkit.attack;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out addresses of 127.0.0.0/8, each once in a run, so that no two attacks share a limit. Thread-safe. */
final class Addresses {
    private final AtomicInteger next;

    /** @param first the number of the first; the kit starts far from 127.0.0.1, which people use */
    Addresses(int first) {
        next = new AtomicInteger(first);
    }

    InetAddress next() {
        int number = next.getAndIncrement();
        byte[] bytes = {127, (byte) (16 + (number >> 16 & 0x7f)), (byte) (number >> 8), (byte) number};
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
