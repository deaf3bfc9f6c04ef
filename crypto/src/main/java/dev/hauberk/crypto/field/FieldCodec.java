package dev.hauberk.crypto.field;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * How values of a type become bytes and come back as they were. Immutable and thread-safe.
 *
 * <p>The kind is bound to what is encrypted, so that bytes of one kind are never read as another. An application may write codecs of
 * its own; their kinds begin with {@code x-}.
 *
 * @param <T> the type of the values
 */
public interface FieldCodec<T> {
    /** The name of the kind: 1 to 64 characters of ASCII. It is part of what is stored, and never changed. */
    String kind();

    /** The bytes of a value. */
    byte[] encode(T value);

    /**
     * The value of bytes that {@link #encode} made.
     *
     * @throws IllegalArgumentException where it made none like them
     */
    T decode(byte[] bytes);

    /**
     * The value of the text that a column holds in clear, which is read in migration mode alone.
     *
     * @throws IllegalArgumentException where the text is no such value, or none can be written so
     */
    default T parse(String text) {
        throw new IllegalArgumentException("values of kind " + kind() + " have no clear text");
    }

    /**
     * The same values, made longer before they are encrypted, so that the length of an envelope says in which bucket a value is and
     * no more. A kind of its own, whatever the bucket: buckets can be changed at any time.
     *
     * @param bucket the bytes that a length is rounded up to, 2 to 65,536
     */
    default FieldCodec<T> padded(int bucket) {
        return new PaddedCodec<>(this, bucket);
    }

    /** Text, exactly: no normalisation, and unpaired surrogates come back too. */
    static FieldCodec<String> text() {
        return TextCodec.INSTANCE;
    }

    /** Bytes. */
    static FieldCodec<byte[]> bytes() {
        return BytesCodec.INSTANCE;
    }

    /** Whole numbers, always 8 bytes, so that the length says nothing of the number. */
    static FieldCodec<Long> longs() {
        return LongCodec.INSTANCE;
    }

    /** Decimal numbers with their scale: 1.0 and 1.00 come back as two. The length says how many digits there are, about. */
    static FieldCodec<BigDecimal> decimals() {
        return DecimalCodec.INSTANCE;
    }

    /** Dates, always 8 bytes. */
    static FieldCodec<LocalDate> dates() {
        return DateCodec.INSTANCE;
    }

    /** Moments to the nanosecond, always 12 bytes. */
    static FieldCodec<Instant> instants() {
        return InstantCodec.INSTANCE;
    }

    /**
     * JSON trees of Jackson 3: what comes back has the same JSON text, with the digits that its numbers had.
     *
     * <p>Needs {@code tools.jackson.core:jackson-databind} on the class path.
     */
    static FieldCodec<JsonNode> json() {
        return JsonCodec.INSTANCE;
    }
}
