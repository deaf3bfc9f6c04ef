package dev.hauberk.crypto.field;

import java.util.Arrays;

/**
 * The bytes of another codec, a byte 80 and then as many zeros as fill the bucket (ISO/IEC 7816-4).
 *
 * @param <T> the type of the values
 */
record PaddedCodec<T>(FieldCodec<T> codec, int bucket) implements FieldCodec<T> {
    private static final int LARGEST = 65_536;
    private static final byte END = (byte) 0x80;

    PaddedCodec {
        if (bucket < 2 || bucket > LARGEST) {
            throw new IllegalArgumentException("a bucket has 2 to 65,536 bytes");
        }
    }

    @Override
    public String kind() {
        return "padded-" + codec.kind();
    }

    @Override
    public byte[] encode(T value) {
        byte[] bytes = codec.encode(value);
        byte[] padded = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length / bucket + 1, bucket));
        padded[bytes.length] = END;
        return padded;
    }

    @Override
    public T decode(byte[] bytes) {
        int end = bytes.length - 1;
        while (end >= 0 && bytes[end] == 0) {
            end--;
        }
        if (end < 0 || bytes[end] != END) {
            throw new IllegalArgumentException("padding has an end");
        }
        return codec.decode(Arrays.copyOf(bytes, end));
    }

    @Override
    public T parse(String text) {
        return codec.parse(text);
    }
}
