package dev.hauberk.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A field of 64 characters to text, bound to its row; Spring binds it to nothing. */
@State(Scope.Benchmark)
public class Encrypt64 {
    static final String VALUE = "a".repeat(52) + "@example.org";

    private final FieldPeers peers = new FieldPeers();

    @Benchmark
    public boolean hauberk() {
        return isText(peers.hauberk.encrypt(VALUE, FieldPeers.PLACE));
    }

    @Benchmark
    public boolean tink() throws GeneralSecurityException {
        return isText(text(peers.tinkEncrypt(bytes())));
    }

    @Benchmark
    public boolean spring() {
        return isText(text(peers.spring.encrypt(bytes())));
    }

    @Benchmark
    public boolean cachedJce() throws GeneralSecurityException {
        return isText(text(peers.cachedEncrypt(bytes())));
    }

    @Benchmark
    public boolean jceEachTime() throws GeneralSecurityException {
        return isText(text(peers.newEncrypt(bytes())));
    }

    @Benchmark
    public boolean bouncyCastle() throws InvalidCipherTextException {
        return isText(text(peers.bouncyCastleEncrypt(bytes())));
    }

    private static byte[] bytes() {
        return VALUE.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] sealed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static boolean isText(String text) {
        return text.charAt(text.length() - 1) != '=';
    }
}
