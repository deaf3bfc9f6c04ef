package dev.hauberk.crypto.field;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;

/** The scale in four bytes, then the digits as the least number of bytes in two's complement. */
enum DecimalCodec implements FieldCodec<BigDecimal> {
    INSTANCE;

    @Override
    public String kind() {
        return "decimal";
    }

    @Override
    public byte[] encode(BigDecimal value) {
        byte[] digits = value.unscaledValue().toByteArray();
        return ByteBuffer.allocate(Integer.BYTES + digits.length)
                .putInt(value.scale())
                .put(digits)
                .array();
    }

    @Override
    public BigDecimal decode(byte[] bytes) {
        if (bytes.length <= Integer.BYTES) {
            throw new IllegalArgumentException("a decimal number has five bytes or more");
        }
        return new BigDecimal(
                new BigInteger(bytes, Integer.BYTES, bytes.length - Integer.BYTES),
                ByteBuffer.wrap(bytes).getInt());
    }

    @Override
    public BigDecimal parse(String text) {
        return new BigDecimal(text);
    }
}
