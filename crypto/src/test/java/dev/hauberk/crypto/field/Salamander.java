package dev.hauberk.crypto.field;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A ciphertext that AES-GCM opens under two keys: 64 bytes of which one block is chosen so that both keys have the same tag. The tag is linear in
 * that block, over the field of 2^128 elements.
 */
final class Salamander {
    private static final int BLOCK = 16;
    private static final int TEXT = 4 * BLOCK;
    /** GCM writes its polynomials with the lowest power in the highest bit: x^128 + x^7 + x^2 + x + 1. */
    private static final BigInteger REDUCTION = BigInteger.valueOf(0xe1).shiftLeft(120);

    private Salamander() {}

    static byte[] of(byte[] first, byte[] second, byte[] iv, byte[] associated) {
        byte[] text = new byte[TEXT];
        Arrays.fill(text, (byte) 'a');
        Arrays.fill(text, 0, BLOCK, (byte) 0);
        BigInteger difference = tag(first, iv, associated, text).xor(tag(second, iv, associated, text));
        // The first block of four, and the lengths after them, stands at the fifth power.
        BigInteger factor = power(hashKey(first), 5).xor(power(hashKey(second), 5));
        System.arraycopy(bytes(times(difference, inverse(factor))), 0, text, 0, BLOCK);
        return Places.joined(text, bytes(tag(first, iv, associated, text)));
    }

    private static BigInteger tag(byte[] key, byte[] iv, byte[] associated, byte[] text) {
        BigInteger h = hashKey(key);
        byte[] lengths = new byte[BLOCK];
        System.arraycopy(LongCodec.bytes(associated.length * 8L), 0, lengths, 0, 8);
        System.arraycopy(LongCodec.bytes(text.length * 8L), 0, lengths, 8, 8);
        byte[] padded = Arrays.copyOf(associated, (associated.length + BLOCK - 1) / BLOCK * BLOCK);
        byte[] all = Places.joined(padded, text, lengths);
        BigInteger hash = BigInteger.ZERO;
        for (int i = 0; i < all.length; i += BLOCK) {
            hash = times(hash.xor(new BigInteger(1, all, i, BLOCK)), h);
        }
        byte[] counter = Places.joined(iv, new byte[] {0, 0, 0, 1});
        return hash.xor(new BigInteger(1, PlainGcm.block(key, counter)));
    }

    private static BigInteger hashKey(byte[] key) {
        return new BigInteger(1, PlainGcm.block(key, new byte[BLOCK]));
    }

    private static BigInteger times(BigInteger a, BigInteger b) {
        BigInteger product = BigInteger.ZERO;
        BigInteger shifted = b;
        for (int bit = 127; bit >= 0; bit--) {
            if (a.testBit(bit)) {
                product = product.xor(shifted);
            }
            BigInteger half = shifted.shiftRight(1);
            shifted = shifted.testBit(0) ? half.xor(REDUCTION) : half;
        }
        return product;
    }

    private static BigInteger power(BigInteger base, int exponent) {
        BigInteger power = base;
        for (int i = 1; i < exponent; i++) {
            power = times(power, base);
        }
        return power;
    }

    /** The power 2^128 - 2, which Fermat says is the inverse. */
    private static BigInteger inverse(BigInteger value) {
        BigInteger square = value;
        BigInteger inverse = null;
        for (int i = 1; i < 128; i++) {
            square = times(square, square);
            inverse = inverse == null ? square : times(inverse, square);
        }
        return inverse;
    }

    private static byte[] bytes(BigInteger block) {
        byte[] signed = block.toByteArray();
        byte[] bytes = new byte[BLOCK];
        int length = Math.min(signed.length, BLOCK);
        System.arraycopy(signed, signed.length - length, bytes, BLOCK - length, length);
        return bytes;
    }
}
