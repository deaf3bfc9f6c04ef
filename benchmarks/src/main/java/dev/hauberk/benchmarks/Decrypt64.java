package dev.hauberk.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The field of {@link Encrypt64} from its text. */
@State(Scope.Benchmark)
public class Decrypt64 {
    private final FieldPeers peers = new FieldPeers();
    private final String ours = peers.hauberk.encrypt(Encrypt64.VALUE, FieldPeers.PLACE);
    private final String tinks;
    private final String springs = text(peers.spring.encrypt(bytes()));
    private final String jces;
    private final String bouncyCastles;

    /** Encrypts for each. */
    public Decrypt64() {
        try {
            tinks = text(peers.tinkEncrypt(bytes()));
            jces = text(peers.cachedEncrypt(bytes()));
            bouncyCastles = text(peers.bouncyCastleEncrypt(bytes()));
        } catch (GeneralSecurityException | InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    public boolean hauberk() {
        return isValue(peers.hauberk.decrypt(ours, FieldPeers.PLACE));
    }

    @Benchmark
    public boolean tink() throws GeneralSecurityException {
        return isValue(value(peers.tinkDecrypt(bytes(tinks))));
    }

    @Benchmark
    public boolean spring() {
        return isValue(value(peers.spring.decrypt(bytes(springs))));
    }

    @Benchmark
    public boolean cachedJce() throws GeneralSecurityException {
        return isValue(value(peers.cachedDecrypt(bytes(jces))));
    }

    @Benchmark
    public boolean bouncyCastle() throws InvalidCipherTextException {
        return isValue(value(peers.bouncyCastleDecrypt(bytes(bouncyCastles))));
    }

    private static byte[] bytes() {
        return Encrypt64.VALUE.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static String value(byte[] plain) {
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static boolean isValue(String value) {
        return value.equals(Encrypt64.VALUE);
    }
}
