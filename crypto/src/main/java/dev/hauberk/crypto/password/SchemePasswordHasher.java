package dev.hauberk.crypto.password;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Hashes by one scheme, and checks the hashes of all. */
final class SchemePasswordHasher implements PasswordHasher {
    private final Scheme current;
    private final List<Scheme> known;
    private final int maxBytes;
    private final HashingGate gate;

    /**
     * A hasher.
     *
     * @param current by what new passwords are hashed
     * @param known whose stored forms are read
     * @throws IllegalArgumentException where one hash takes more memory than the gate lets all of them have
     */
    SchemePasswordHasher(Scheme current, List<Scheme> known, int maxBytes, HashingGate gate) {
        if (current.work().mebibytes() > gate.mebibytes()) {
            throw new IllegalArgumentException(
                    "hashing a password takes " + current.work().mebibytes()
                            + " MB of memory, and all hashing together may take " + gate.mebibytes()
                            + " MB, a quarter of the heap: lower it in the policy, or raise -Xmx");
        }
        this.current = current;
        this.known = List.copyOf(known);
        this.maxBytes = maxBytes;
        this.gate = gate;
    }

    @Override
    public String hash(CharSequence password) {
        return withBytes(password, bytes -> gate.pass(current.work().mebibytes(), () -> current.hash(bytes)))
                .orElseThrow(
                        () -> new IllegalArgumentException("a password has at most " + maxBytes + " bytes of UTF-8"));
    }

    @Override
    public Match verify(CharSequence password, String stored) {
        return withBytes(password, bytes -> verify(bytes, read(stored))).orElse(Match.NO);
    }

    @Override
    public void verifyNothing(CharSequence password) {
        withBytes(password, bytes -> verify(bytes, Optional.empty()));
    }

    /** Hands the bytes to the work, and wipes them; empty where they are too many. */
    private <T> Optional<T> withBytes(CharSequence password, Function<byte[], T> work) {
        return PasswordText.bytes(password, maxBytes).map(bytes -> {
            try {
                return work.apply(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        });
    }

    private Optional<Read> read(String stored) {
        return known.stream()
                .flatMap(scheme -> scheme.read(stored).map(hash -> new Read(scheme, hash)).stream())
                .findFirst();
    }

    private Match verify(byte[] password, Optional<Read> read) {
        Work work = read.map(found -> found.hash().work(password)).orElse(Work.NOTHING);
        if (work.mebibytes() > gate.mebibytes()) {
            // What does not fit into memory is as unknown as any other form.
            return verify(password, Optional.empty());
        }
        int memory = Math.max(work.mebibytes(), current.work().mebibytes());
        return gate.pass(memory, () -> {
            if (read.isEmpty() || !read.get().hash().matches(password)) {
                current.spend(current.work().nanos() - work.nanos());
                return Match.NO;
            }
            return read.get().isCurrent(current) ? Match.YES : Match.YES_BUT_REHASH;
        });
    }

    /** A stored form, and whose it is. */
    private record Read(Scheme scheme, StoredHash hash) {
        boolean isCurrent(Scheme current) {
            return scheme == current && hash.isCurrent();
        }
    }
}
