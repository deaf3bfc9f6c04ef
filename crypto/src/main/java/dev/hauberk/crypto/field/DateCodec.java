package dev.hauberk.crypto.field;

import java.time.LocalDate;

/** The days since 1970-01-01, in eight bytes. */
enum DateCodec implements FieldCodec<LocalDate> {
    INSTANCE;

    @Override
    public String kind() {
        return "date";
    }

    @Override
    public byte[] encode(LocalDate value) {
        return LongCodec.bytes(value.toEpochDay());
    }

    @Override
    public LocalDate decode(byte[] bytes) {
        return Times.checked(() -> LocalDate.ofEpochDay(LongCodec.number(bytes)));
    }

    @Override
    public LocalDate parse(String text) {
        return Times.checked(() -> LocalDate.parse(text));
    }
}
