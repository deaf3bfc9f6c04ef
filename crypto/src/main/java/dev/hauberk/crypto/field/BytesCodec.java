package dev.hauberk.crypto.field;

/** Bytes as they are. */
enum BytesCodec implements FieldCodec<byte[]> {
    INSTANCE;

    @Override
    public String kind() {
        return "bytes";
    }

    @Override
    public byte[] encode(byte[] value) {
        return value;
    }

    @Override
    public byte[] decode(byte[] bytes) {
        return bytes;
    }
}
