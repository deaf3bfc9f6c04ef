package dev.hauberk.jpa;

import dev.hauberk.crypto.field.FieldCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How values of a field's type become what a codec encrypts, and come back.
 *
 * @param codec the codec
 * @param in what it encrypts of a value
 * @param out the value again
 */
record Kind<T>(FieldCodec<T> codec, Function<Object, T> in, Function<T, Object> out) {
    private static final Kind<Long> LONG =
            new Kind<>(FieldCodec.longs(), value -> ((Number) value).longValue(), value -> value);
    private static final Kind<Long> INTEGER = new Kind<>(FieldCodec.longs(), LONG.in, Math::toIntExact);
    private static final Kind<Long> SHORT =
            new Kind<>(FieldCodec.longs(), LONG.in, value -> (short) Math.toIntExact(value));
    private static final Map<Class<?>, Kind<?>> KINDS = Map.ofEntries(
            Map.entry(String.class, new Kind<>(FieldCodec.text(), String.class::cast, value -> value)),
            Map.entry(byte[].class, new Kind<>(FieldCodec.bytes(), byte[].class::cast, value -> value)),
            Map.entry(Long.class, LONG),
            Map.entry(long.class, LONG),
            Map.entry(Integer.class, INTEGER),
            Map.entry(int.class, INTEGER),
            Map.entry(Short.class, SHORT),
            Map.entry(short.class, SHORT),
            Map.entry(BigDecimal.class, new Kind<>(FieldCodec.decimals(), BigDecimal.class::cast, value -> value)),
            Map.entry(
                    BigInteger.class,
                    new Kind<>(
                            FieldCodec.decimals(),
                            value -> new BigDecimal((BigInteger) value),
                            BigDecimal::toBigIntegerExact)),
            Map.entry(LocalDate.class, new Kind<>(FieldCodec.dates(), LocalDate.class::cast, value -> value)),
            Map.entry(Instant.class, new Kind<>(FieldCodec.instants(), Instant.class::cast, value -> value)));

    static final String KNOWN = "String, byte[], a whole number, BigDecimal, BigInteger, LocalDate or Instant";

    /** The kind of a field's type; empty where none is. */
    static Optional<Kind<?>> of(Class<?> type) {
        return Optional.ofNullable(KINDS.get(type));
    }

    /** The same, with lengths rounded up; as it is for a bucket of 0. */
    Kind<T> padded(int bucket) {
        return bucket == 0 ? this : new Kind<>(codec.padded(bucket), in, out);
    }
}
