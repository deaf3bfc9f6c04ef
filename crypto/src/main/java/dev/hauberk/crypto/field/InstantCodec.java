package dev.hauberk.crypto.field;

import java.nio.ByteBuffer;
import java.time.Instant;

/** The seconds since 1970 in eight bytes, and the nanoseconds within the second in four. */
enum InstantCodec implements FieldCodec<Instant> {
    INSTANCE;

    private static final int LENGTH = Long.BYTES + Integer.BYTES;

    @Override
    public String kind() {
        return "instant";
    }

    @Override
    public byte[] encode(Instant value) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(value.getEpochSecond())
                .putInt(value.getNano())
                .array();
    }

    @Override
    public Instant decode(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a moment has twelve bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return Times.checked(() -> Instant.ofEpochSecond(buffer.getLong(), buffer.getInt()));
    }

    @Override
    public Instant parse(String text) {
        return Times.checked(() -> Instant.parse(text));
    }
}
