package dev.hauberk.crypto.field;

import java.nio.ByteBuffer;

/** Eight bytes, the highest first. */
enum LongCodec implements FieldCodec<Long> {
    INSTANCE;

    @Override
    public String kind() {
        return "long";
    }

    @Override
    public byte[] encode(Long value) {
        return bytes(value);
    }

    @Override
    public Long decode(byte[] bytes) {
        return number(bytes);
    }

    @Override
    public Long parse(String text) {
        return Long.valueOf(text);
    }

    static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static long number(byte[] bytes) {
        if (bytes.length != Long.BYTES) {
            throw new IllegalArgumentException("a whole number has eight bytes");
        }
        return ByteBuffer.wrap(bytes).getLong();
    }
}
