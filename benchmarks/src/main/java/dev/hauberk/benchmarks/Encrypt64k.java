package dev.hauberk.benchmarks;

import dev.hauberk.crypto.field.Envelope;
import java.security.GeneralSecurityException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** 64 KiB to bytes, bound to their row. Ours writes into an array that is there, which the peers have no call for. */
@State(Scope.Benchmark)
public class Encrypt64k {
    static final int BYTES = 65_536;

    private final FieldPeers peers = new FieldPeers();
    private final byte[] value = new byte[BYTES];
    private final byte[] room = new byte[BYTES + Envelope.MOST_OVERHEAD];

    @Benchmark
    public boolean hauberk() {
        return peers.hauberk.encrypt(value, FieldPeers.PLACE, room) > BYTES;
    }

    @Benchmark
    public boolean tink() throws GeneralSecurityException {
        return peers.tinkEncrypt(value).length > BYTES;
    }

    @Benchmark
    public boolean cachedJce() throws GeneralSecurityException {
        return peers.cachedEncrypt(value).length > BYTES;
    }

    @Benchmark
    public boolean bouncyCastle() throws InvalidCipherTextException {
        return peers.bouncyCastleEncrypt(value).length > BYTES;
    }
}
